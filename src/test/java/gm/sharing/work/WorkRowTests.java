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

    private static WorkLine line(String task, String project) {
        return of(task, project, "You", null);
    }

    private static WorkLine due(String task, int hours) {
        return of(task, "A", "You", SINCE.plus(Duration.ofHours(hours)));
    }

    private static WorkLine of(String task, String project, String whom, Instant due) {
        return new WorkLine(task, "Task", "About", project, true, whom, false, SINCE, 0, due, false, "");
    }
}
