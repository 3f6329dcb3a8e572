package gm.sharing.journey;

import gm.sharing.Dates;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says of a task that a notice led to why it cannot be opened, when it cannot: it is done, somebody has it, or it is not yours. */
@Service
@Transactional(readOnly = true)
public class TaskWay {

    private static final Words WORDS = Words.in("journey/task");
    private static final String ENDED = "heading-ended";

    private static final Duration A_MOMENT = Duration.ofSeconds(30);

    private final OpenTasks tasks;
    private final ProjectGate gate;
    private final People people;
    private final Clock clock;

    TaskWay(OpenTasks tasks, ProjectGate gate, People people, Clock clock) {
        this.clock = clock;
        this.tasks = tasks;
        this.gate = gate;
        this.people = people;
    }

    /**
     * Why a task is not opened.
     *
     * @param project on whose page to go on; null for whoever may not see it
     * @param ended whether it was done or fell away, of a project that the person may see
     * @param justDone whether the person did it a moment ago, as whoever presses a button twice
     */
    public record Closed(String heading, String text, @Nullable String project, boolean ended, boolean justDone) {}

    /** Empty when the task is the person's to open. */
    public Optional<Closed> closed(String id, Person person) {
        TaskStanding task = tasks.standing(id).orElse(null);
        if (task == null) {
            return Optional.of(closed("heading-none", "none", Map.of(), null));
        }
        if (task.ended() == null && isFor(task, person)) {
            return Optional.empty();
        }
        ProjectReference project = task.reference();
        if (project == null || !mayKnow(task, project, person)) {
            return Optional.of(closed("heading-none", "none", Map.of(), null));
        }
        String holder = task.holder();
        String name = holder != null && isKnownTo(holder, person) ? people.nameOf(holder) : "";
        boolean named = !name.isEmpty();
        Map<String, Object> told = Map.of(
                "task", task.name(),
                "person", name,
                "date", Dates.day(Optional.ofNullable(task.ended()).orElse(Instant.EPOCH)));
        String which = task.ended() == null
                ? (holder == null ? "not-yours" : named ? "taken-by" : "taken")
                : (!task.done() ? "fell-away" : named ? "done-by" : "done");
        Closed closed = closed(task.ended() == null ? "heading-open" : ENDED, which, told, project.value());
        return Optional.of(
                isJustDone(task, person)
                        ? new Closed(closed.heading(), closed.text(), closed.project(), true, true)
                        : closed);
    }

    /** The project that a task belongs to; empty when it belongs to none, or its page is not the person's to see. */
    public Optional<ProjectReference> projectOf(String task, Person person) {
        return tasks.projectOf(task).filter(reference -> gate.letsIn(reference, person));
    }

    private static Closed closed(String heading, String text, Map<String, Object> told, @Nullable String project) {
        return new Closed(WORDS.text(heading), WORDS.text(text, told), project, heading.equals(ENDED), false);
    }

    /** How a partner's review stands is for nobody else but who leads and the Board. */
    private boolean mayKnow(TaskStanding task, ProjectReference project, Person person) {
        OrganisationCode about = task.about();
        if (about == null && !task.forgotten()) {
            return gate.letsIn(project, person);
        }
        return gate.letsIntoReview(
                project,
                Optional.ofNullable(about)
                        .or(() -> Optional.ofNullable(task.holder())
                                .flatMap(people::find)
                                .flatMap(Person::organisation))
                        .orElse(null),
                person);
    }

    private boolean isJustDone(TaskStanding task, Person person) {
        return task.done()
                && person.id().equals(task.holder())
                && task.ended() != null
                && task.ended().plus(A_MOMENT).isAfter(clock.instant());
    }

    private static boolean isFor(TaskStanding task, Person person) {
        return person.id().equals(task.holder())
                || person.holds(Role.ADMINISTRATOR)
                || (task.holder() == null && task.groups().stream().anyMatch(person.groups()::contains));
    }

    /** Oneself and colleagues: names of a partner's people are that partner's. */
    private boolean isKnownTo(String holder, Person person) {
        return holder.equals(person.id())
                || (person.organisation().isPresent()
                        && people.find(holder).flatMap(Person::organisation).equals(person.organisation()));
    }
}
