package gm.sharing.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.PagesApplication;
import gm.sharing.Refused;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Sector;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Organisations that another one names as its member, its host, or as acting for it: none that is part of another. */
@Tag("one-database")
@PagesApplication
class NamedOrganisationsIntegrationTests {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Person ADMINISTRATOR =
            new Person("admin", "Administrator", "", Set.of(Role.ADMINISTRATOR.group()));

    @Autowired
    Directory directory;

    @Autowired
    OrganisationChanges changes;

    @Autowired
    OrganisationImport imports;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    BeanFactory beans;

    private ChangedOrganisations organisations;
    private String ended = "";
    private String successor = "";
    private String other = "";
    private String partnership = "";

    @BeforeEach
    void oneThatIsPartOfAnother() {
        organisations = new ChangedOrganisations(beans);
        ended = added("Old Trust");
        successor = added("New Trust");
        other = added("Other");
        partnership = "named" + COUNT.incrementAndGet();
        directory.add(Organisation.partnership(
                new OrganisationCode(partnership),
                "Partnership " + partnership,
                Sector.OTHER,
                List.of(new OrganisationCode(other))));
    }

    @Test
    void cannotBeMembersOrHostsOnceTheyArePartOfAnotherWhichIsSaidOfAllAtOnce() {
        ends();

        assertThatThrownBy(() ->
                        organisations.change(partnership, "standing", "members", other + " " + ended, "host", ended))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.complaints())
                        .extracting(Refused.Complaint::field, Refused.Complaint::sentence)
                        .containsExactly(tuple("members", instead()), tuple("host", instead())));
        assertThat(directory.get(new OrganisationCode(partnership)).members()).hasToString("[" + other + "]");
    }

    @Test
    void cannotActForAnotherNorTakeOverAPartOfItOnceTheyArePartOfAnother() {
        ends();

        assertThatThrownBy(() -> organisations.change(other, "standing", "acted-for-by", ended))
                .hasMessage(instead());
        assertThatThrownBy(() -> organisations.change(
                        other,
                        "succession",
                        "succeeded-on",
                        "2026-04-01",
                        "successor",
                        successor,
                        "also-succeeded-by",
                        ended))
                .hasMessage(instead());
    }

    @ParameterizedTest
    @ValueSource(strings = {"members", "host", "acted-for-by"})
    void cannotBeNamedByANewOrganisationOnceTheyArePartOfAnother(String field) {
        ends();
        var typed = Part.TO_ADD.stream()
                .collect(Collectors.toMap(
                        Fact::key,
                        fact -> List.of(
                                switch (fact) {
                                    case CODE -> "new" + ended;
                                    case NAME -> "New of " + ended;
                                    case SECTOR -> "OTHER";
                                    default -> fact.key().equals(field) ? ended : "";
                                })));

        assertThatThrownBy(() -> changes.add(typed, ADMINISTRATOR))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).contains(field))
                .hasMessage(instead());
    }

    @Test
    void cannotBeNamedByAFileOnceTheyArePartOfAnother() {
        ends();

        assertThat(faults("code,name,sector,host\nnew%1$s,New of %1$s,OTHER,%1$s".formatted(ended)))
                .containsExactly(new ImportFault(2, "Hosted by", instead()));
        assertThat(faults("code,members\n%s,%s %s".formatted(partnership, other, ended)))
                .containsExactly(new ImportFault(2, "Members who sign for it", instead()));
    }

    @Test
    void stayNamedWhereTheyWereBeforeSoThatTheRestCanBeChanged() {
        organisations.change(partnership, "standing", "host", ended);
        ends();

        organisations.change(partnership, "standing", "sector", "COUNCIL", "members", other + " " + successor);

        assertThat(directory.get(new OrganisationCode(partnership)).host()).hasToString(ended);
        assertThat(directory.get(new OrganisationCode(partnership)).members())
                .extracting(OrganisationCode::value)
                .containsExactlyInAnyOrder(other, successor);
        assertThat(faults("code,sector\n%s,OTHER".formatted(partnership))).isEmpty();
    }

    @Test
    void letTheDayBeCorrectedWhenTheSuccessorIsPartOfAnotherItself() {
        ends();
        organisations.change(successor, "succession", "succeeded-on", "2026-06-01", "successor", other);

        assertThatCode(() -> organisations.change(ended, "succession", "succeeded-on", "2026-04-02"))
                .doesNotThrowAnyException();

        assertThat(directory.get(new OrganisationCode(ended)).actedForBy()).hasToString(other);
    }

    private void ends() {
        organisations.change(ended, "succession", "succeeded-on", "2026-04-01", "successor", successor);
    }

    private String instead() {
        return "%s is part of %s since 1 April 2026. Name %s instead."
                .formatted(name(ended), name(successor), name(successor));
    }

    private List<ImportFault> faults(String file) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return imports.run(file, ADMINISTRATOR).check().faults();
        }));
    }

    private String name(String code) {
        return directory.nameOf(new OrganisationCode(code));
    }

    private String added(String name) {
        var code = "named" + COUNT.incrementAndGet();
        directory.add(Organisation.legalEntity(new OrganisationCode(code), name + " " + code, Sector.OTHER));
        return code;
    }
}
