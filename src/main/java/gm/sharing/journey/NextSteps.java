package gm.sharing.journey;

import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.wording.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says to somebody who completed a task what its project waits for now. */
@Component
public class NextSteps {

    private static final Words WORDS = Words.in("journey/record");

    private static final int TOLD = 2;

    private final OpenTasks openTasks;
    private final ProjectGate gate;
    private final Directory directory;

    NextSteps(OpenTasks openTasks, ProjectGate gate, Directory directory) {
        this.openTasks = openTasks;
        this.gate = gate;
        this.directory = directory;
    }

    /**
     * What comes after the task with this id; empty when there never was one.
     *
     * @throws org.springframework.web.server.ResponseStatusException with 404 when the project is not the person's to see
     */
    public Optional<NextStep> after(String task, Person person) {
        return openTasks
                .projectOf(task)
                .map(reference -> gate.open(reference, person))
                .map(access -> after(access, task));
    }

    /** What a project waits for that the person began just now. */
    public NextStep afterStart(ProjectReference reference, Person person) {
        return after(gate.open(reference, person), "");
    }

    private NextStep after(ProjectAccess access, String done) {
        List<OpenTask> open = openTasks.of(access.project().reference()).stream()
                .filter(task -> !task.id().equals(done))
                .filter(task -> access.maySeeReviewOf(task.partner()))
                .sorted(Comparator.comparing(task -> !access.person().id().equals(task.holder())))
                .toList();
        if (open.isEmpty()) {
            return new NextStep(
                    false,
                    isPrepared(access)
                            ? WORDS.text("prepared")
                            : WORDS.text(
                                    "nothing-waits",
                                    Map.of("status", access.project().status().label())),
                    null,
                    access.project().reference().value());
        }
        String told =
                open.stream().limit(TOLD).map(task -> inWords(task, access)).collect(Collectors.joining("; "));
        int more = open.size() - TOLD;
        return new NextStep(
                true,
                WORDS.text(
                        more <= 0 ? "next" : more == 1 ? "next-and-one" : "next-and-more",
                        Map.of("tasks", told, "count", more)),
                open.stream()
                        .filter(task -> access.person().id().equals(task.holder()))
                        .map(OpenTask::id)
                        .findFirst()
                        .orElse(null),
                access.project().reference().value());
    }

    /** What follows a decision is often the program's own step, which may take a moment. */
    private boolean isPrepared(ProjectAccess access) {
        return openTasks.prepared(access.project().reference()).stream()
                .anyMatch(part -> access.maySeeReviewOf(part.orElse(null)));
    }

    private String inWords(OpenTask task, ProjectAccess access) {
        if (access.person().id().equals(task.holder())) {
            return WORDS.text("yours", Map.of("task", task.name()));
        }
        String whom = task.whom(() -> directory.nameOf(access.project().leadOrganisation()));
        return WORDS.text("waits", Map.of("task", task.name(), "whom", whom));
    }
}
