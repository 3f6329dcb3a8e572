package gm.sharing.journey;

import gm.sharing.agreement.AgreementStatus;
import gm.sharing.project.ProjectStatus;
import gm.sharing.project.SharingProject;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far a project is in one of the framework's seven stages. */
record Stage(int number, String name, String question, State state) {

    @WordsIn("journey/names")
    enum State implements Worded {
        DONE,
        NOW,
        /** It is agreed what happens, and it has not happened. */
        PLANNED,
        TO_COME,
        NOT_REACHED
    }

    private static final int PRACTICAL_STEPS = 4;
    private static final int HOW = 5;
    private static final int EXIT = 7;

    /** It is described how something is shared before it is assessed and signed. */
    private static final List<Integer> TAKEN_IN_TURN = List.of(2, 3, HOW, PRACTICAL_STEPS);

    /**
     * The seven stages in their order. A project that has not ended is in one of them, also while it waits for nobody, because the
     * service is at work or a fault stops it.
     *
     * @param agreement where the published agreement stands today, or null before it is published
     */
    static List<Stage> of(SharingProject project, List<OpenTask> open, @Nullable AgreementStatus agreement) {
        Set<Integer> now = open.stream()
                .map(task -> agreement == null && task.stage() > HOW ? PRACTICAL_STEPS : task.stage())
                .collect(Collectors.toCollection(TreeSet::new));
        if (now.isEmpty() && !project.status().isEnd()) {
            TAKEN_IN_TURN.stream()
                    .filter(number -> !isDone(number, project, agreement))
                    .findFirst()
                    .ifPresent(now::add);
        }
        return FrameworkStage.all().stream()
                .map(stage -> new Stage(
                        stage.number(),
                        stage.name(),
                        stage.question(),
                        now.contains(stage.number()) ? State.NOW : settled(stage.number(), project, agreement)))
                .toList();
    }

    private static State settled(int number, SharingProject project, @Nullable AgreementStatus agreement) {
        if (isDone(number, project, agreement)) {
            return State.DONE;
        }
        if (project.status() == ProjectStatus.WITHDRAWN || project.status() == ProjectStatus.STOPPED) {
            return State.NOT_REACHED;
        }
        return number == EXIT && project.arrangements().isPresent() ? State.PLANNED : State.TO_COME;
    }

    /**
     * The agreement's own life, with its reviews, begins when it is published. How it ends is agreed before; that it has
     * ended is another thing.
     */
    private static boolean isDone(int number, SharingProject project, @Nullable AgreementStatus agreement) {
        return switch (number) {
            case 1 -> true;
            case 2 -> project.needs().isPresent();
            case 3 -> !project.partners().isEmpty();
            case PRACTICAL_STEPS -> project.status() == ProjectStatus.PUBLISHED;
            case HOW -> !project.flows().isEmpty() && project.arrangements().isPresent();
            case EXIT -> agreement == AgreementStatus.ENDED;
            default -> false;
        };
    }
}
