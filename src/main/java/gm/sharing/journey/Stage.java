package gm.sharing.journey;

import gm.sharing.agreement.AgreementStatus;
import gm.sharing.project.ProjectStatus;
import gm.sharing.project.SharingProject;
import gm.sharing.wording.Worded;
import gm.sharing.wording.Words;
import gm.sharing.wording.WordsIn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final Words WORDS = Words.in("journey/stages");

    static final int PRACTICAL_STEPS = 4;

    private static final int HOW = 5;
    private static final int REVIEW = 6;
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

    /**
     * In a sentence or two: what is under way, all of it, and what comes next; or how the project ended.
     *
     * @param stages all seven, as {@link #of} found them
     */
    static String inShort(List<Stage> stages, ProjectStatus status) {
        if (status == ProjectStatus.WITHDRAWN) {
            return WORDS.text("withdrawn");
        }
        if (status == ProjectStatus.STOPPED) {
            return WORDS.text("stopped");
        }
        if (stages.get(EXIT - 1).state() == State.DONE) {
            return WORDS.text("ended");
        }
        return Stream.of(
                        status == ProjectStatus.PUBLISHED ? WORDS.text("published") : null,
                        underWay(stages),
                        next(stages)
                                .map(one -> WORDS.text("then", Map.of("name", one.name())))
                                .orElse(null))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String underWay(List<Stage> stages) {
        List<Stage> now =
                stages.stream().filter(stage -> stage.state() == State.NOW).toList();
        String names = now.stream().map(Stage::name).collect(Collectors.joining(", "));
        return switch (now.size()) {
            case 0 -> null;
            case 1 -> WORDS.text("at", Map.of("number", now.get(0).number(), "of", stages.size(), "name", names));
            default ->
                WORDS.text(
                        "at-several",
                        Map.of(
                                "numbers",
                                now.stream()
                                        .limit(now.size() - 1L)
                                        .map(stage -> String.valueOf(stage.number()))
                                        .collect(Collectors.joining(", ")),
                                "last",
                                now.get(now.size() - 1).number(),
                                "of",
                                stages.size(),
                                "names",
                                names));
        };
    }

    private static Optional<Stage> next(List<Stage> stages) {
        return Stream.concat(TAKEN_IN_TURN.stream(), Stream.of(REVIEW, EXIT))
                .map(number -> stages.get(number - 1))
                .filter(stage -> stage.state() == State.TO_COME || stage.state() == State.PLANNED)
                .findFirst();
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
