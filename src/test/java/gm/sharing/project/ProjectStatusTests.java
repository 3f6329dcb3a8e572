package gm.sharing.project;

import static gm.sharing.project.ProjectStatus.DESCRIBED;
import static gm.sharing.project.ProjectStatus.DRAFTED;
import static gm.sharing.project.ProjectStatus.IN_DPIA;
import static gm.sharing.project.ProjectStatus.IN_REVISION;
import static gm.sharing.project.ProjectStatus.IN_SIGN_OFF;
import static gm.sharing.project.ProjectStatus.PROPOSED;
import static gm.sharing.project.ProjectStatus.PUBLISHED;
import static gm.sharing.project.ProjectStatus.STOPPED;
import static gm.sharing.project.ProjectStatus.WITHDRAWN;
import static gm.sharing.project.ProjectStatus.WITH_BOARD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProjectStatusTests {

    /** Besides withdrawal and stop, which are possible until the end. */
    private static final Map<ProjectStatus, Set<ProjectStatus>> WAYS = Map.of(
            PROPOSED, Set.of(DESCRIBED),
            DESCRIBED, Set.of(IN_DPIA, DRAFTED),
            IN_DPIA, Set.of(DRAFTED, IN_REVISION),
            DRAFTED, Set.of(WITH_BOARD, IN_SIGN_OFF, IN_REVISION),
            IN_SIGN_OFF, Set.of(DRAFTED, WITH_BOARD, IN_REVISION, PUBLISHED),
            WITH_BOARD, Set.of(IN_SIGN_OFF, DRAFTED, IN_REVISION),
            IN_REVISION, Set.of(DESCRIBED, IN_DPIA, DRAFTED),
            PUBLISHED, Set.of(),
            WITHDRAWN, Set.of(),
            STOPPED, Set.of());

    @ParameterizedTest
    @EnumSource
    void goesOnlyTheseWays(ProjectStatus status) {
        Set<ProjectStatus> reached = Arrays.stream(ProjectStatus.values())
                .filter(status::canBecome)
                .filter(next -> next != WITHDRAWN && next != STOPPED)
                .collect(Collectors.toSet());

        assertThat(reached).isEqualTo(WAYS.get(status));
    }

    @ParameterizedTest
    @EnumSource
    void canBeWithdrawnOrStoppedUntilTheEnd(ProjectStatus status) {
        boolean end = List.of(PUBLISHED, WITHDRAWN, STOPPED).contains(status);

        assertThat(status.isEnd()).isEqualTo(end);
        assertThat(status.canBecome(WITHDRAWN)).isEqualTo(!end);
        assertThat(status.canBecome(STOPPED)).isEqualTo(!end);
    }

    @Test
    void hasAWayToEachStatusButTheFirst() {
        assertThat(ProjectStatus.values())
                .filteredOn(status -> Arrays.stream(ProjectStatus.values()).noneMatch(from -> from.canBecome(status)))
                .containsExactly(PROPOSED);
    }
}
