package gm.sharing.journey;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.organisation.OrganisationCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaitsForTests {

    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(21));

    private static final OrganisationCode BOLTON = new OrganisationCode("bolton");
    private static final OrganisationCode BURY = new OrganisationCode("bury");

    @Test
    void tellsOfTheSameTaskForSeveralOrganisationsAtOnce() {
        assertThat(WaitsFor.of(
                        List.of(
                                review("Bolton Council", LATER),
                                review("Bury Council", LATER),
                                review("Wigan Council", LATER),
                                task("Decide", "Project lead", null, null)),
                        true,
                        NOW))
                .isEqualTo(new WaitsFor(
                        "Waits for",
                        "Bolton Council, Bury Council and Wigan Council",
                        "Review the agreement",
                        "since 30 November 2026, due 21 December 2026",
                        false,
                        1));
    }

    @Test
    void namesTheFirstOfManyOrganisations() {
        var many = List.of("A", "B", "C", "D").stream()
                .map(name -> review(name, NOW.minusSeconds(1)))
                .toList();

        assertThat(WaitsFor.of(many, true, NOW))
                .extracting(WaitsFor::whom, WaitsFor::overdue, WaitsFor::others)
                .containsExactly("A and 3 other organisations", true, 0L);
    }

    @Test
    void saysThatItWaitsAtTheirOrganisationToThoseWhoMayNotKnowOfOthers() {
        assertThat(begins(false, review("Bury Council", LATER))).isEqualTo("At your organisation it waits for");
        assertThat(begins(false, review("Bury Council", LATER), review("Bolton Council", LATER)))
                .isEqualTo("At your organisations it waits for");
        assertThat(begins(true, review("Bury Council", LATER))).isEqualTo("Waits for");
        assertThat(begins(false, task("Decide", "Project lead", null, LATER)))
                .as("everybody in the project may know")
                .isEqualTo("Waits for");
    }

    private static String begins(boolean everybody, ProjectRecord.Waiting... open) {
        return Objects.requireNonNull(WaitsFor.of(List.of(open), everybody, NOW))
                .begins();
    }

    @Test
    void tellsInAListTheRoleOfTheOneOrganisationThatIsAsked() {
        assertThat(inList(new ListedTask("Review", 4, 1, "IG officer", true, false, List.of(BURY), NOW, LATER)))
                .extracting(WaitsFor::whom)
                .isEqualTo("IG officer, Bury Council");
        assertThat(inList(new ListedTask("Review", 4, 2, "IG officer", true, false, List.of(BOLTON, BURY), NOW, LATER)))
                .extracting(WaitsFor::whom)
                .isEqualTo("bolton and Bury Council");
        assertThat(inList(new ListedTask("Review", 4, 5, "IG officer", true, false, List.of(BURY, BOLTON), NOW, null)))
                .extracting(WaitsFor::whom, WaitsFor::when)
                .containsExactly("Bury Council and 4 other organisations", "since 30 November 2026, no deadline");
        assertThat(inList(new ListedTask("Decide", 4, 1, "Information Board", false, false, List.of(BURY), NOW, LATER)))
                .extracting(WaitsFor::whom)
                .isEqualTo("Information Board");
    }

    @Test
    void saysNothingInAListOfWhatThePersonMayNotKnow() {
        assertThat(inList(new ListedTask("Review", 4, 0, "IG officer", true, false, List.of(), null, null)))
                .isNull();
    }

    private static @Nullable WaitsFor inList(ListedTask task) {
        return WaitsFor.of(List.of(task), Map.of(BURY, "Bury Council"), "Salford City Council", NOW);
    }

    private static ProjectRecord.Waiting review(String partner, Instant due) {
        return task("Review the agreement", "IG officer, " + partner, partner, due);
    }

    private static ProjectRecord.Waiting task(
            String name, String whom, @Nullable String partner, @Nullable Instant due) {
        return new ProjectRecord.Waiting(name, whom, null, partner, NOW, due, false, null, "step", null, null);
    }
}
