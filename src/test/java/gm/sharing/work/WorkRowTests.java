package gm.sharing.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkRowTests {

    private static final Instant SINCE = Instant.parse("2026-11-02T10:00:00Z");

    @Test
    void gathersThreeThatAreAlikeAndFollowEachOther() {
        var rows = WorkRow.gathered(
                List.of(line("1", "A"), line("2", "B"), line("3", "B"), line("4", "B"), line("5", "A")));

        assertThat(rows).extracting(row -> row.first().task()).containsExactly("1", "2", "5");
        assertThat(rows.get(1).others()).extracting(WorkLine::task).containsExactly("3", "4");
    }

    @Test
    void leavesFewerAndWhatIsOfNoProjectEachForItself() {
        assertThat(WorkRow.gathered(List.of(line("1", "A"), line("2", "A")))).hasSize(2);
        assertThat(WorkRow.gathered(List.of(line("1", null), line("2", null), line("3", null))))
                .hasSize(3);
        assertThat(WorkRow.gathered(List.of())).isEmpty();
    }

    @Test
    void gathersNothingThatIsDueOnAnotherDayOrWaitsForOthers() {
        assertThat(WorkRow.gathered(List.of(due("1", 1), due("2", 1), due("3", 40))))
                .hasSize(3);
        assertThat(WorkRow.gathered(List.of(due("1", 1), due("2", 1), due("3", 2))))
                .hasSize(1);
        assertThat(WorkRow.gathered(List.of(line("1", "A"), line("2", "A"), of("3", "A", "IG officer", null))))
                .hasSize(3);
    }

    @Test
    void saysOnceWhatIsAskedOfSeveralOrganisationsSinceTheSameDay() {
        var rows = WorkRow.bySteps(List.of(
                asked("1", "Bolton Council", "Review", 0, true),
                asked("2", "Wigan Council", "Sign", 0, true),
                asked("3", "Bury Council", "Review", 0, true),
                asked("4", "Salford City Council", "Review", 24, false)));

        assertThat(rows).extracting(row -> row.first().task()).containsExactly("1", "2", "4");
        assertThat(rows)
                .extracting(WorkRow::whom)
                .containsExactly(
                        "IG officer of Bolton Council and of Bury Council",
                        "IG officer, Wigan Council",
                        "IG officer, Salford City Council");
        assertThat(rows)
                .extracting(row ->
                        row.moreTime().stream().map(AskedOffice::organisation).toList())
                .containsExactly(List.of("Bolton Council", "Bury Council"), List.of("Wigan Council"), List.of());
    }

    private static WorkLine asked(String task, String organisation, String step, int laterBy, boolean moreTime) {
        return new WorkLine(
                task,
                step,
                "About",
                "A",
                true,
                "IG officer, " + organisation,
                new AskedOffice("IG officer", "code", organisation, moreTime),
                false,
                SINCE.plus(Duration.ofHours(laterBy)),
                0,
                null,
                false,
                "");
    }

    private static WorkLine line(String task, String project) {
        return of(task, project, "You", null);
    }

    private static WorkLine due(String task, int hours) {
        return of(task, "A", "You", SINCE.plus(Duration.ofHours(hours)));
    }

    private static WorkLine of(String task, String project, String whom, Instant due) {
        return new WorkLine(task, "Task", "About", project, true, whom, null, false, SINCE, 0, due, false, "");
    }
}
