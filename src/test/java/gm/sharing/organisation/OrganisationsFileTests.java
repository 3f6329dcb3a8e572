package gm.sharing.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.code.ShippedCodes;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class OrganisationsFileTests {

    private static final List<String> DEMO_ORGANISATIONS = List.of(
            "bolton",
            "boltoncvs",
            "bury",
            "gmp",
            "manchester",
            "nhsgm",
            "oldham",
            "rochdale",
            "salford",
            "stockport",
            "tameside",
            "trafford",
            "wigan");

    private final Map<String, OrganisationEntry> shipped = read(new ClassPathResource("organisations.yaml")).stream()
            .collect(Collectors.toMap(OrganisationEntry::code, Function.identity()));

    @ParameterizedTest
    @CsvSource({
        "manchester, COUNCIL",
        "salford, COUNCIL",
        "bolton, COUNCIL",
        "bury, COUNCIL",
        "oldham, COUNCIL",
        "rochdale, COUNCIL",
        "stockport, COUNCIL",
        "tameside, COUNCIL",
        "trafford, COUNCIL",
        "wigan, COUNCIL",
        "gmca, COMBINED_AUTHORITY",
        "tfgm, TRANSPORT",
        "gmp, POLICE",
        "gmfrs, FIRE",
        "nhsgm, ICB",
        "mft, NHS_TRUST",
        "probationgm, PROBATION",
        "boltonathome, HOUSING",
        "gmcvo, VCFSE",
        "tengm, VCFSE",
        "uom, UNIVERSITY",
        "uos, UNIVERSITY"
    })
    void holdsTheOrganisationsOfGreaterManchester(String code, Sector sector) {
        assertThat(shipped.get(code))
                .isNotNull()
                .extracting(OrganisationEntry::sector)
                .isEqualTo(sector);
    }

    @Test
    void saysWhichPartnershipsAreNoLegalEntitiesAndWhoSignsForThem() {
        Organisation cancerAlliance = shipped.get("gmcancer").organisation();

        assertThat(cancerAlliance.isLegalEntity()).isFalse();
        assertThat(cancerAlliance.host()).isEqualTo(new OrganisationCode("christie"));
        assertThat(cancerAlliance.members()).contains(new OrganisationCode("christie"), new OrganisationCode("nhsgm"));
        assertThat(shipped.get("hinm").organisation().host()).isEqualTo(new OrganisationCode("mft"));
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(shipped.values()).allSatisfy(entry -> {
            assertThat(entry.demo()).isFalse();
            assertThat(entry.ico()).isNull();
            assertThat(entry.dspt()).isNull();
            assertThat(entry.cyberEssentials()).isNull();
            assertThat(entry.dpo()).isNull();
            assertThat(entry.email()).isNull();
        });
    }

    @Test
    void everyOrganisationThatIsNamedIsThere() {
        assertThat(shipped.values())
                .flatExtracting(OrganisationEntry::refersTo)
                .extracting(OrganisationCode::value)
                .isSubsetOf(shipped.keySet());
    }

    @Test
    void inventedValuesAreMarkedAndVary() {
        LocalDate day = LocalDate.parse("2026-11-16");
        AssuranceSchemes schemes = new AssuranceSchemes(ShippedCodes.all());

        List<Organisation> invented = read(new ClassPathResource("organisations-demo.yaml")).stream()
                .map(values -> shipped.get(values.code()).completedBy(values).organisation())
                .toList();

        assertThat(invented).allMatch(Organisation::isDemo);
        assertThat(invented)
                .extracting(organisation -> organisation.code().value())
                .containsExactlyInAnyOrderElementsOf(DEMO_ORGANISATIONS);
        assertThat(invented)
                .extracting(organisation -> schemes.inWords(organisation, day))
                .as("results that count and that do not, and one that expired")
                .anyMatch(words -> words.contains("Standards Exceeded"))
                .anyMatch(words -> words.contains("Standards Not Met"))
                .anyMatch(words -> words.contains("not published"))
                .anyMatch(words -> words.contains("expired on"));
    }

    @Test
    void readsEveryField() {
        Organisation organisation =
                read("""
                organisations:
                  - code: example
                    name: Example Trust
                    sector: nhs-trust
                    hosted-by: mft
                    acted-for-by: nca
                    members: [ mft, nca ]
                    ico: { number: ZA000000, expiry: 2027-03-31 }
                    dspt: { status: approaching-standards, year: 2026 }
                    cyber-essentials: working-towards
                    dpo: { name: Dee Poe, email: dpo@trust.example }
                    email: ig@trust.example
                """)
                        .get(0)
                        .organisation();

        assertThat(organisation.code().value()).isEqualTo("example");
        assertThat(organisation.name()).isEqualTo("Example Trust");
        assertThat(organisation.sector()).isEqualTo(Sector.NHS_TRUST);
        assertThat(organisation.host()).hasToString("mft");
        assertThat(organisation.actedForBy()).hasToString("nca");
        assertThat(organisation.members()).extracting(OrganisationCode::value).containsExactly("mft", "nca");
        assertThat(organisation.registration().icoRegistration()).isEqualTo("ZA000000");
        assertThat(organisation.registration().icoExpiry()).isEqualTo("2027-03-31");
        assertThat(organisation.particulars().assurances())
                .containsOnlyKeys("dspt", "cyber-essentials")
                .extractingByKey("dspt")
                .extracting(Assurance::result)
                .isEqualTo("dspt-approaching-standards");
        assertThat(organisation.officers().dpoName()).isEqualTo("Dee Poe");
        assertThat(organisation.officers().dpoEmail()).isEqualTo("dpo@trust.example");
        assertThat(organisation.contacts().email()).isEqualTo("ig@trust.example");
        assertThat(organisation.isDemo()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'{ code: a1, name: A, sector: council, dpso: x }', dpso",
        "'{ code: a1, name: A, sector: village }', village",
        "'{ code: a1, name: A, sector: council, dspt: { status: good, year: 2026 } }', good",
        "'{ code: a1, name: A, sector: council, ico: { number: Z1, expiry: tomorrow } }', tomorrow"
    })
    void refusesAFieldOrValueThatItDoesNotKnow(String entry, String culprit) {
        assertThatThrownBy(() -> read("organisations: [" + entry + "]"))
                .hasMessageContaining("Cannot read the organisations from")
                .hasStackTraceContaining(culprit);
    }

    @Test
    void refusesAnOrganisationWithoutANameOrWithABadCode() {
        assertThatThrownBy(() -> read("organisations: [{ code: a1, sector: council }]")
                        .get(0)
                        .organisation())
                .hasMessageContaining("a1 needs a name");
        assertThatThrownBy(() -> read("organisations: [{ code: A-1, name: A, sector: council }]")
                        .get(0)
                        .organisation())
                .hasMessageContaining("lower case letters and digits");
    }

    private static List<OrganisationEntry> read(String yaml) {
        return new OrganisationsFile(new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8))).read();
    }

    private static List<OrganisationEntry> read(ClassPathResource file) {
        return new OrganisationsFile(file).read();
    }
}
