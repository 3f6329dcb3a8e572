package gm.sharing.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.code.Code;
import gm.sharing.code.ShippedCodes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How an organisation's assurances are kept and told beside its name. */
class AssuranceTests {

    private static final LocalDate DAY = LocalDate.parse("2026-11-16");

    private final AssuranceSchemes schemes = new AssuranceSchemes(ShippedCodes.all());

    @Test
    void tellsEverySchemeWithItsResultAndEdition() {
        var salford = of(Sector.COUNCIL);
        salford.particulars().assure("cyber-essentials-plus", until("cyber-essentials-plus-certified", "2027-01-01"));
        salford.particulars().assure("dspt", until("dspt-standards-met", "2027-06-30"));

        assertThat(schemes.inWords(salford, DAY))
                .isEqualTo("DSPT Standards Met (2025-26); Cyber Essentials Plus (2025-26)");
    }

    @Test
    void saysOnTheDayAfterItsLastThatAResultExpired() {
        var salford = of(Sector.COUNCIL);
        salford.particulars().assure("dspt", until("dspt-standards-met", "2027-06-30"));

        assertThat(schemes.inWords(salford, LocalDate.parse("2027-06-30"))).doesNotContain("expired");
        assertThat(schemes.inWords(salford, LocalDate.parse("2027-07-01")))
                .isEqualTo("DSPT Standards Met (2025-26), expired on 30 June 2027");
    }

    @ParameterizedTest
    @CsvSource({"COUNCIL, DSPT not given", "NHS_TRUST, DSPT not given", "POLICE, None given", "HOUSING, None given"})
    void saysThatTheToolkitIsMissingOfThoseOnlyWhoHaveTo(Sector sector, String words) {
        assertThat(schemes.inWords(of(sector), DAY)).isEqualTo(words);
    }

    @Test
    void takesEitherFormOfTheToolkit() {
        var trust = of(Sector.NHS_TRUST);
        trust.particulars().assure("dspt-caf", until("dspt-caf-standards-met", "2027-06-30"));

        assertThat(schemes.inWords(trust, DAY)).isEqualTo("DSPT (CAF) Standards Met (2025-26)");
    }

    @Test
    void doesNotShowWhatCountsForNothingYetOrDoesNotApply() {
        var police = of(Sector.POLICE);
        police.particulars().assure("iso-27001", Assurance.of("iso-27001-working-towards"));
        police.particulars()
                .assure("dspt", new Assurance(null, null, null, null, null, "It has no access to NHS systems."));

        assertThat(schemes.inWords(police, DAY)).isEqualTo("Not applicable");
    }

    @Test
    void showsACodeThatTheTablesHaveNoMoreAsItIs() {
        var police = of(Sector.POLICE);
        police.particulars().assure("our-scheme", Assurance.of("our-result"));

        assertThat(schemes.inWords(police, DAY)).isEqualTo("our-result");
    }

    @ParameterizedTest
    @CsvSource({
        "dspt, iso-27001-certified, 2027-06-30",
        "dspt, good, 2027-06-30",
        "dspt, dspt-standards-met,",
        "iso-27001, iso-27001-certified,"
    })
    void refusesAResultOfAnotherSchemeAndOneWithoutItsLastDay(String scheme, String result, LocalDate until) {
        assertThatThrownBy(() -> schemes.mustFit(scheme, new Assurance(result, null, null, until, null, null)))
                .hasMessageMatching("(Choose a result|Give the last day).*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dspt-not-published", "cyber-essentials-working-towards"})
    void asksForNoLastDayOfWhatHasNone(String result) {
        schemes.mustFit(result.substring(0, result.startsWith("dspt") ? 4 : 16), Assurance.of(result));
    }

    @Test
    void refusesAResultAndAReasonTogetherOrNeither() {
        var particulars = of(Sector.POLICE).particulars();

        for (var assurance : List.of(
                new Assurance(null, "2025-26", null, null, null, null),
                new Assurance("dspt-standards-met", null, null, DAY, null, "It does not apply."))) {
            assertThatThrownBy(() -> particulars.assure("dspt", assurance))
                    .hasMessageContaining("Either choose a result or say why");
        }
        assertThatThrownBy(
                        () -> particulars.assure("dspt", new Assurance("x", null, DAY, DAY.minusDays(1), null, null)))
                .hasMessageContaining("Give a day after the day on which it was reached");
        assertThat(particulars.assurances()).isEmpty();
    }

    @Test
    void hasAResultForEveryScheme() {
        assertThat(schemes.schemes()).isNotEmpty().allSatisfy(scheme -> assertThat(schemes.results(scheme.code()))
                .as(scheme.code())
                .isNotEmpty());
        assertThat(schemes.schemes().stream()
                        .filter(scheme -> scheme.is(AssuranceSchemes.TOOLKIT))
                        .map(Code::code))
                .containsExactly("dspt", "dspt-caf");
    }

    @ParameterizedTest
    @CsvSource({
        "STANDARDS_EXCEEDED, 2026, dspt-standards-exceeded, 2025-26, 2027-06-30",
        "APPROACHING_STANDARDS, 2100, dspt-approaching-standards, 2099-00, 2101-06-30",
        "NOT_PUBLISHED, 2026, dspt-not-published, 2025-26,"
    })
    void readsAResultOfTheToolkitAsTheFileGivesIt(
            OrganisationEntry.Toolkit.Status status, int year, String result, String edition, LocalDate until) {
        var assurance = new OrganisationEntry.Toolkit(status, year).assurance();

        assertThat(assurance).isEqualTo(new Assurance(result, edition, null, until, null, null));
        schemes.mustFit("dspt", assurance);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE,,",
        "WORKING_TOWARDS, cyber-essentials, cyber-essentials-working-towards",
        "HELD, cyber-essentials, cyber-essentials-certified",
        "PLUS, cyber-essentials-plus, cyber-essentials-plus-certified"
    })
    void readsACertificateAsTheFileGivesIt(
            OrganisationEntry.CyberEssentials certificate, String scheme, String result) {
        var particulars = of(Sector.POLICE).particulars();

        certificate.certifies(particulars);

        assertThat(particulars.assurances())
                .isEqualTo(scheme == null ? Map.of() : Map.of(scheme, Assurance.of(result)));
    }

    private static Assurance until(String result, String lastDay) {
        return new Assurance(result, "2025-26", null, LocalDate.parse(lastDay), null, null);
    }

    private static Organisation of(Sector sector) {
        return Organisation.legalEntity(new OrganisationCode("one"), "One", sector);
    }
}
