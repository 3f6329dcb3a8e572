package gm.sharing.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Refused;
import gm.sharing.code.Code;
import gm.sharing.code.CodeTable;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Capacity;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gives a standing mandate, for what and for how long, and how it ends. */
class MandateTests {

    private static final OrganisationCode BOLTON = new OrganisationCode("bolton");
    private static final OrganisationCode WIGAN = new OrganisationCode("wigan");
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

    private static final MandateKinds KINDS = new MandateKinds(new CodeTable(
            MandateKinds.TABLE,
            List.of(
                    new Code("title", "The title", Map.of(MandateKinds.MONTHS, 12)),
                    new Code("arrangements.rights", "The arrangements", Map.of(MandateKinds.MONTHS, 6)),
                    // As if it had come past the gate.
                    new Code("purpose", "The purpose", Map.of(MandateKinds.MONTHS, 12)))));

    private static final Person SIGNATORY = person("signatory", Role.SIGNATORY, BOLTON);

    @Test
    void isGivenBySomebodyWhoSignsForTheOrganisationThemselves() {
        var mandate = given(offer("title arrangements.rights", "2027-08-31"), SIGNATORY);

        assertThat(mandate.giver()).isEqualTo(By.of(SIGNATORY, NOW));
        assertThat(mandate.giverPost()).isEqualTo("SIRO");
        assertThat(mandate.kinds()).containsExactly("title", "arrangements.rights");
        assertThat(mandate.covers(Set.of("title"))).isTrue();
        assertThat(mandate.covers(Set.of("title", "contact"))).isFalse();
    }

    @Test
    void isGivenByNoDeputyAndByNobodyWhoseOrganisationActsForIt() {
        var group = Role.SIGNATORY.groupOf(BOLTON);
        var deputy =
                new Person("deputy", "Di", "", Set.of(), Map.of(group, List.of(Capacity.OWN.asDeputyOf("a", "A"))));
        var acting = new Person("acting", "Al", "", Set.of(), Map.of(group, List.of(Capacity.OWN.through(WIGAN))));
        for (var other : List.of(
                deputy,
                acting,
                person("officer", Role.IG_OFFICER, BOLTON),
                person("other", Role.SIGNATORY, WIGAN),
                person("administrator", Role.ORGANISATION_ADMINISTRATOR, BOLTON))) {
            assertThatThrownBy(() -> given(offer("title", "2027-08-31"), other))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Only a signatory of the organisation gives a mandate");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "title, 2028-02-29, ''",
        "title, 2028-03-01, '12 months from today. Give 29 February 2028'",
        "title arrangements.rights, 2027-08-31, ''",
        "title arrangements.rights, 2027-09-01, '6 months from today. Give 31 August 2027'",
        "title, 2027-02-28, Give the first day or a later one",
        "purpose, 2027-08-31, Tick only kinds of change from the list",
        "contact, 2027-08-31, Tick only kinds of change from the list",
        "'', 2027-08-31, Tick at least one",
        "title, 31/8/2027, 'Give the day, month and year'"
    })
    void coversWhatTheTableListsForAsLongAsItSays(String kinds, String until, String refusal) {
        if (refusal.isEmpty()) {
            assertThat(given(offer(kinds, until), SIGNATORY).lastDay()).isEqualTo(until);
        } else {
            assertThatThrownBy(() -> given(offer(kinds, until), SIGNATORY)).hasMessageContaining(refusal);
        }
    }

    @Test
    void reachesNoFurtherFromTodayHoweverLateItBegins() {
        assertThat(given(new Offer(Set.of("title"), "SIRO", "2028-02-01", "2028-02-29"), SIGNATORY)
                        .lastDay())
                .isEqualTo("2028-02-29");
        assertThatThrownBy(() -> given(new Offer(Set.of("title"), "SIRO", "2028-02-01", "2028-03-01"), SIGNATORY))
                .hasMessageContaining("12 months from today. Give 29 February 2028");
        assertThatThrownBy(() -> given(new Offer(Set.of("title"), "SIRO", "2028-03-01", "2029-02-28"), SIGNATORY))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.complaints())
                        .extracting(Refused.Complaint::field)
                        .containsExactly("from", "until"));
    }

    @Test
    void isRefusedForAllThatIsWrongAtOnce() {
        assertThatThrownBy(() -> given(new Offer(Set.of(), " ", "2027-02-28", ""), SIGNATORY))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.complaints())
                        .extracting(Refused.Complaint::field)
                        .containsExactly("kinds", "post", "from", "until"));
    }

    @Test
    void countsFromItsFirstToItsLastDayUntilItIsRevoked() {
        var mandate = given(new Offer(Set.of("title"), "SIRO", "2027-03-10", "2027-03-20"), SIGNATORY);
        assertThat(mandate.isInForce(LocalDate.of(2027, 3, 9))).isFalse();
        assertThat(mandate.isInForce(LocalDate.of(2027, 3, 10))).isTrue();
        assertThat(mandate.isInForce(LocalDate.of(2027, 3, 20))).isTrue();
        assertThat(mandate.isInForce(LocalDate.of(2027, 3, 21))).isFalse();

        var colleague = person("colleague", Role.SIGNATORY, BOLTON);
        mandate.revoke(colleague, NOW);

        assertThat(mandate.isInForce(LocalDate.of(2027, 3, 10))).isFalse();
        assertThat(mandate.endedBecause()).contains(Ending.REVOKED);
        assertThat(mandate.ended()).contains(By.of(colleague, NOW));
        assertThatThrownBy(() -> mandate.revoke(SIGNATORY, NOW)).hasMessageContaining("is over already");
    }

    @Test
    void isRevokedByItsGiverAndBySignatoriesAndAdministratorsOfTheOrganisation() {
        var mandate = given(offer("title", "2027-08-31"), SIGNATORY);
        assertThat(mandate.mayRevoke(new Person(SIGNATORY.id(), "Now elsewhere", "", Set.of())))
                .isTrue();
        assertThat(mandate.mayRevoke(person("colleague", Role.SIGNATORY, BOLTON)))
                .isTrue();
        assertThat(mandate.mayRevoke(person("admin", Role.ORGANISATION_ADMINISTRATOR, BOLTON)))
                .isTrue();
        for (var other : List.of(
                person("officer", Role.IG_OFFICER, BOLTON),
                person("admin", Role.ORGANISATION_ADMINISTRATOR, WIGAN),
                person("signatory.wigan", Role.SIGNATORY, WIGAN))) {
            assertThatThrownBy(() -> mandate.revoke(other, NOW))
                    .hasMessageContaining("Only the person who gave a mandate");
        }
    }

    private static Mandate given(Offer offer, Person giver) {
        return new Mandate(BOLTON, offer, KINDS, giver, TODAY, NOW);
    }

    private static Offer offer(String kinds, String until) {
        return new Offer(kinds.isEmpty() ? Set.of() : Set.of(kinds.split(" ")), " SIRO ", "2027-03-01", until);
    }

    private static Person person(String id, Role role, OrganisationCode organisation) {
        return new Person(id, "Pat " + id, "", Set.of(role.groupOf(organisation)));
    }
}
