package gm.sharing.journey;

import gm.sharing.agreement.AgreementStatus;
import gm.sharing.agreement.Agreements;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.DescribedSoFar;
import gm.sharing.project.ListedProjects;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.project.ProjectSummary;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says where the projects of a list stand, in at most three statements however many there are. */
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

    /**
     * Where a project of a list stands.
     *
     * @param stage in words, as its page says it; null when none is under way
     */
    record Standing(@Nullable String stage, List<ListedTask> open) {

        /** Of a project of which nothing more is told. */
        static final Standing UNKNOWN = new Standing(null, List.of());
    }

    /**
     * Where each of these projects stands.
     *
     * @param parts the organisations whose parts the person may know of; null when the person may know of all
     */
    Map<ProjectReference, Standing> of(List<ProjectSummary> projects, @Nullable Collection<OrganisationCode> parts) {
        Set<ProjectReference> ended = ended(projects);
        List<ProjectReference> goingOn = references(projects.stream()
                .filter(project -> !project.status().isGivenUp() && !ended.contains(project.reference()))
                .toList());
        Map<ProjectReference, List<ListedTask>> open =
                goingOn.isEmpty() ? Map.of() : parts == null ? tasks.listed(goingOn) : tasks.listed(goingOn, parts);
        Map<ProjectReference, DescribedSoFar> described = described(goingOn);
        Map<ProjectReference, Standing> standings = new HashMap<>();
        ended.forEach(project -> standings.put(project, new Standing(Stage.ended(), List.of())));
        for (ProjectSummary project : projects) {
            DescribedSoFar soFar = described.get(project.reference());
            if (soFar != null) {
                List<ListedTask> here = open.getOrDefault(project.reference(), List.of());
                standings.put(project.reference(), new Standing(stage(project.status(), soFar, here), here));
            }
        }
        return standings;
    }

    private static String stage(ProjectStatus status, DescribedSoFar described, List<ListedTask> open) {
        return Stage.inShort(
                Stage.of(
                        status,
                        described,
                        open.stream().map(ListedTask::stage).toList(),
                        status == ProjectStatus.PUBLISHED ? AgreementStatus.IN_FORCE : null),
                status);
    }

    private Set<ProjectReference> ended(List<ProjectSummary> projects) {
        List<ProjectReference> published = references(projects.stream()
                .filter(project -> project.status() == ProjectStatus.PUBLISHED)
                .toList());
        return published.isEmpty() ? Set.of() : agreements.ended(published);
    }

    private Map<ProjectReference, DescribedSoFar> described(List<ProjectReference> projects) {
        return projects.isEmpty()
                ? Map.of()
                : listed.describedSoFar(projects).stream()
                        .collect(Collectors.toMap(DescribedSoFar::reference, Function.identity()));
    }

    private static List<ProjectReference> references(Collection<ProjectSummary> projects) {
        return projects.stream().map(ProjectSummary::reference).toList();
    }
}
