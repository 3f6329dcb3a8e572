package gm.sharing.journey;

import gm.sharing.Dates;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.Partner;
import gm.sharing.wording.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a project stands, step by step, as its models have it. What one partner does for itself is told to those who may read its
 * review, and to nobody else.
 */
@Service
@Transactional(readOnly = true)
class ProjectSteps {

    private static final Words WORDS = Words.in("journey/steps");

    /** More names than these say less than their number. */
    private static final int MOST_NAMED = 8;

    private final RunningParts parts;
    private final OpenTasks openTasks;
    private final Directory directory;

    ProjectSteps(RunningParts parts, OpenTasks openTasks, Directory directory) {
        this.parts = parts;
        this.openTasks = openTasks;
        this.directory = directory;
    }

    /**
     * A part of the journey that runs.
     *
     * @param id for links within the page
     * @param runsFor for whom it runs, in a sentence; null when for nobody in particular
     * @param steps in words
     * @param marks in the drawing, what is most to be looked at first
     */
    record Part(
            String id,
            String process,
            int version,
            String name,
            @Nullable String runsFor,
            List<Told> steps,
            List<Mark> marks) {

        /** What people do, and what a fault stops. */
        public List<Told> forPeople() {
            return steps.stream().filter(step -> !step.aside()).toList();
        }

        /** What the service does by itself, and what it waits for. */
        public List<Told> aside() {
            return steps.stream().filter(Told::aside).toList();
        }
    }

    /**
     * A step in words.
     *
     * @param state by which it is sorted out at a glance
     * @param standings how far it is: done, here now, to come
     * @param who does it, each with the day since when; empty unless it waits for people
     * @param since the day since when something is here; null when nothing is, or when that stands with each of those who do it
     * @param aside whether people have nothing to do with it
     */
    record Told(
            String name, State state, List<String> standings, List<String> who, @Nullable String since, boolean aside) {

        /** How many of those who do it are named before the others are folded away. */
        private static final int AT_ONCE = 5;

        public List<String> firstOnes() {
            return who.size() > AT_ONCE ? List.of() : who;
        }

        public List<String> folded() {
            return who.size() > AT_ONCE ? who : List.of();
        }
    }

    /** What a step is marked with. */
    enum State {
        STOPPED,
        HERE,
        DONE,
        TO_COME;

        /** As styles and scripts know it. */
        public String mark() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** An element of the drawing, and the few letters that stand beside it. */
    record Mark(String element, State state, String badge) {}

    List<Part> of(ProjectAccess access) {
        directory.readTogether(
                access.project().partners().stream().map(Partner::organisation).collect(Collectors.toSet()));
        List<RunningPart> running = parts.of(access.project().reference(), access::maySeeReviewOf);
        Map<String, OpenTask> tasks = openTasks.of(access.project().reference()).stream()
                .filter(task -> access.maySeeReviewOf(task.partner()))
                .collect(Collectors.toMap(OpenTask::id, Function.identity()));
        return running.stream().map(part -> part(part, tasks, access)).toList();
    }

    Optional<String> drawing(ProjectAccess access, String process, int version) {
        return parts.drawing(access.project().reference(), access::maySeeReviewOf, process, version);
    }

    private Part part(RunningPart part, Map<String, OpenTask> tasks, ProjectAccess access) {
        return new Part(
                "part-" + part.process() + "-" + part.version(),
                part.process(),
                part.version(),
                part.name(),
                runsFor(part),
                part.steps().stream()
                        .filter(RunningPart.Step::isTold)
                        .map(step -> told(step, part.running(), tasks, access))
                        .toList(),
                part.steps().stream()
                        .filter(step -> step.here() > 0 || step.passed() > 0)
                        .sorted(Comparator.comparing(ProjectSteps::state).thenComparing(RunningPart.Step::kind))
                        .map(step -> mark(step, part.running()))
                        .toList());
    }

    private @Nullable String runsFor(RunningPart part) {
        Set<OrganisationCode> organisations = Set.copyOf(part.organisations());
        if (organisations.isEmpty()) {
            return part.running() == 1 ? null : WORDS.text("runs-often", Map.of("count", part.running()));
        }
        if (organisations.size() > MOST_NAMED) {
            return WORDS.text("runs-for-many", Map.of("count", organisations.size()));
        }
        Collection<String> names = directory.namesOf(organisations).values();
        return WORDS.text("runs-for", Map.of("names", names.stream().sorted().collect(Collectors.joining(", "))));
    }

    private Told told(RunningPart.Step step, int running, Map<String, OpenTask> tasks, ProjectAccess access) {
        List<String> who = step.tasks().stream()
                .map(tasks::get)
                .filter(Objects::nonNull)
                .map(task -> waitsFor(task, access))
                .sorted()
                .toList();
        return new Told(
                Objects.requireNonNull(step.name()),
                state(step),
                standings(step, running),
                who,
                who.isEmpty() ? since(step.since()) : null,
                isAside(step));
    }

    private String waitsFor(OpenTask task, ProjectAccess access) {
        return WORDS.text(
                "waits-for",
                Map.of(
                        "whom",
                        task.whom(() -> directory.nameOf(access.project().leadOrganisation())),
                        "day",
                        Dates.day(task.since())));
    }

    private static @Nullable String since(@Nullable Instant since) {
        return since == null ? null : WORDS.text("since", Map.of("day", Dates.day(since)));
    }

    private static State state(RunningPart.Step step) {
        if (step.stopped()) {
            return State.STOPPED;
        }
        if (step.here() > 0) {
            return State.HERE;
        }
        return step.passed() > 0 ? State.DONE : State.TO_COME;
    }

    private static boolean isAside(RunningPart.Step step) {
        return switch (step.kind()) {
            case PERSON, PART, OTHER -> false;
            case SERVICE, EVENT -> !step.stopped();
        };
    }

    private static List<String> standings(RunningPart.Step step, int running) {
        List<String> standings = new ArrayList<>();
        if (step.stopped()) {
            standings.add(WORDS.text("stopped"));
        }
        if (step.here() > 0) {
            standings.add(
                    step.here() == 1 && running == 1
                            ? WORDS.text("here")
                            : WORDS.text("here-often", Map.of("count", step.here())));
        }
        if (isDone(step, running)) {
            standings.add(
                    step.passed() == running
                            ? WORDS.text("done")
                            : WORDS.text("done-by", Map.of("count", step.passed(), "all", running)));
        }
        String condition =
                step.toCome() + step.passed() + step.here() == 0 ? Conditions.inWords(step.condition()) : null;
        if (condition != null) {
            standings.add(condition);
        }
        if (step.toCome() > 0) {
            standings.add(
                    step.passed() + step.here() > 0 && running == 1
                            ? WORDS.text("again")
                            : toCome(step.toCome(), running));
        }
        return standings;
    }

    /** What is done and not yet left, as a job does that, is here. */
    private static boolean isDone(RunningPart.Step step, int running) {
        return step.passed() > 0 && (running > 1 || step.here() == 0);
    }

    private static String toCome(int count, int running) {
        return count == running
                ? WORDS.text("to-come")
                : WORDS.text("to-come-for", Map.of("count", count, "all", running));
    }

    private static Mark mark(RunningPart.Step step, int running) {
        State state = state(step);
        Stream<String> badge = Stream.of(
                step.stopped() ? WORDS.text("badge-stopped") : "",
                step.here() > 0 ? WORDS.text("badge-here", Map.of("count", step.here())) : "",
                !isDone(step, running)
                        ? ""
                        : step.passed() == running
                                ? WORDS.text("badge-done")
                                : WORDS.text("badge-done-by", Map.of("count", step.passed())));
        return new Mark(
                step.element(), state, badge.filter(word -> !word.isEmpty()).collect(Collectors.joining(" ")));
    }
}
