package gm.sharing.journey;

import gm.sharing.agreement.AgreementStatus;
import gm.sharing.document.Wording;
import gm.sharing.project.DescribedSoFar;
import gm.sharing.project.ProjectStatus;
import gm.sharing.project.SharingProject;
import gm.sharing.wording.Worded;
import gm.sharing.wording.Words;
import gm.sharing.wording.WordsIn;
import java.util.Collection;
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
        /** Before the one that stands before it in the framework's order. */
        DONE_EARLY,
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
    private static final List<Integer> IN_TURN = List.of(1, 2, 3, HOW, PRACTICAL_STEPS, REVIEW, EXIT);

    private static final List<Integer> TAKEN_IN_TURN = List.of(2, 3, HOW, PRACTICAL_STEPS);

    /**
     * The seven stages in their order. A project that has not ended is in one of them, also while it waits for nobody, because the
     * service is at work or a fault stops it.
     *
     * @param open the stages of its open tasks
     * @param agreement where the published agreement stands today, or null before it is published
     */
    static List<Stage> of(
            ProjectStatus status,
            DescribedSoFar described,
            Collection<Integer> open,
            @Nullable AgreementStatus agreement) {
        Set<Integer> now = underWay(open, agreement != null, status, described);
        return FrameworkStage.all().stream()
                .map(stage -> new Stage(
                        stage.number(),
                        stage.name(),
                        stage.question(),
                        now.contains(stage.number())
                                ? State.NOW
                                : settled(stage.number(), status, described, agreement)))
                .toList();
    }

    /** The same of a project that was read whole. */
    static List<Stage> of(SharingProject project, List<OpenTask> open, @Nullable AgreementStatus agreement) {
        return of(
                project.status(),
                DescribedSoFar.of(project),
                open.stream().map(OpenTask::stage).toList(),
                agreement);
    }

    /** The numbers of those that are under way, by what is open and, where nothing is, by what is to be described next. */
    private static Set<Integer> underWay(
            Collection<Integer> open, boolean published, ProjectStatus status, DescribedSoFar described) {
        Set<Integer> now = open.stream()
                .map(number -> !published && number > HOW ? PRACTICAL_STEPS : number)
                .collect(Collectors.toCollection(TreeSet::new));
        if (now.isEmpty() && !status.isEnd()) {
            TAKEN_IN_TURN.stream()
                    .filter(number -> !isDone(number, status, described, null))
                    .findFirst()
                    .ifPresent(now::add);
        }
        return now;
    }

    /** That an agreement has ended, in words. */
    static String ended() {
        return WORDS.text("ended");
    }

    /** Whether it is taken before the one that stands before it, and that one is not over. */
    public boolean comesEarly() {
        return number == HOW && state != State.DONE && state != State.NOT_REACHED;
    }

    /** Whether nothing of it is left to do. */
    boolean isDone() {
        return state == State.DONE || state == State.DONE_EARLY;
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
            return ended();
        }
        return Stream.of(
                        status == ProjectStatus.PUBLISHED ? WORDS.text("published") : null,
                        underWay(stages),
                        next(stages).map(one -> inWords(one, status)).orElse(null))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String underWay(List<Stage> stages) {
        List<Stage> now =
                stages.stream().filter(stage -> stage.state() == State.NOW).toList();
        return switch (now.size()) {
            case 0 -> null;
            case 1 -> WORDS.text("at", Map.of("name", now.get(0).name()));
            default ->
                WORDS.text(
                        "at-several",
                        Map.of(
                                "names",
                                Wording.and(now.stream()
                                        .map(one -> WORDS.text(
                                                "numbered", Map.of("number", one.number(), "name", one.name())))
                                        .toList())));
        };
    }

    /** While the agreement is not signed and published, its review is nothing that comes next. */
    private static String inWords(Stage next, ProjectStatus status) {
        return WORDS.text(
                next.number() == REVIEW && status != ProjectStatus.PUBLISHED ? "once-published" : "then",
                Map.of("name", next.name()));
    }

    private static Optional<Stage> next(List<Stage> stages) {
        return IN_TURN.stream()
                .map(number -> stages.get(number - 1))
                .filter(stage -> stage.state() == State.TO_COME || stage.state() == State.PLANNED)
                .findFirst();
    }

    private static State settled(
            int number, ProjectStatus status, DescribedSoFar described, @Nullable AgreementStatus agreement) {
        if (isDone(number, status, described, agreement)) {
            return number == HOW && status != ProjectStatus.PUBLISHED && !status.isGivenUp()
                    ? State.DONE_EARLY
                    : State.DONE;
        }
        if (status.isGivenUp()) {
            return State.NOT_REACHED;
        }
        return number == EXIT && described.arrangements() ? State.PLANNED : State.TO_COME;
    }

    /**
     * The agreement's own life, with its reviews, begins when it is published. How it ends is agreed before; that it has
     * ended is another thing.
     */
    private static boolean isDone(
            int number, ProjectStatus status, DescribedSoFar described, @Nullable AgreementStatus agreement) {
        return switch (number) {
            case 1 -> true;
            case 2 -> described.needs();
            case 3 -> described.partners();
            case PRACTICAL_STEPS -> status == ProjectStatus.PUBLISHED;
            case HOW -> described.flows() && described.arrangements();
            case EXIT -> agreement == AgreementStatus.ENDED;
            default -> false;
        };
    }
}
