package gm.sharing.journey;

import gm.sharing.agreement.Agreements;
import gm.sharing.project.DescribedSoFar;
import gm.sharing.project.ListedProjects;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.project.ProjectSummary;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in which stages the projects of a list are, in at most three statements however many there are. */
@Component
class ListedStages {

    private final OpenTasks tasks;
    private final ListedProjects listed;
    private final Agreements agreements;

    ListedStages(OpenTasks tasks, ListedProjects listed, Agreements agreements) {
        this.tasks = tasks;
        this.listed = listed;
        this.agreements = agreements;
    }

    /** In words, as the page of each says it. A project that is in none is not there. */
    Map<ProjectReference, String> of(List<ProjectSummary> projects) {
        Set<ProjectReference> ended = ended(projects);
        List<ProjectSummary> goingOn = projects.stream()
                .filter(project -> !project.status().isGivenUp() && !ended.contains(project.reference()))
                .toList();
        Map<ProjectReference, Set<Integer>> open = goingOn.isEmpty() ? Map.of() : tasks.stages(references(goingOn));
        Map<ProjectReference, DescribedSoFar> described = described(goingOn.stream()
                .filter(project -> !project.status().isEnd() && !open.containsKey(project.reference()))
                .toList());
        Map<ProjectReference, String> stages = new HashMap<>();
        ended.forEach(project -> stages.put(project, Stage.ended()));
        for (ProjectSummary project : goingOn) {
            @Nullable String stage = Stage.inShort(
                    open.getOrDefault(project.reference(), Set.of()),
                    project.status(),
                    () -> Objects.requireNonNull(described.get(project.reference())));
            if (stage != null) {
                stages.put(project.reference(), stage);
            }
        }
        return stages;
    }

    private Set<ProjectReference> ended(List<ProjectSummary> projects) {
        List<ProjectReference> published = references(projects.stream()
                .filter(project -> project.status() == ProjectStatus.PUBLISHED)
                .toList());
        return published.isEmpty() ? Set.of() : agreements.ended(published);
    }

    private Map<ProjectReference, DescribedSoFar> described(List<ProjectSummary> projects) {
        return projects.isEmpty()
                ? Map.of()
                : listed.describedSoFar(references(projects)).stream()
                        .collect(Collectors.toMap(DescribedSoFar::reference, Function.identity()));
    }

    private static List<ProjectReference> references(Collection<ProjectSummary> projects) {
        return projects.stream().map(ProjectSummary::reference).toList();
    }
}
