package gm.sharing.journey;

import gm.sharing.organisation.Directory;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a person of the open tasks of a project. */
@Component
class WaitingTasks {

    private static final Words WORDS = Words.in("journey/record");

    private final Directory directory;
    private final People people;
    private final Clock clock;

    WaitingTasks(Directory directory, People people, Clock clock) {
        this.directory = directory;
        this.people = people;
        this.clock = clock;
    }

    /** What is open, as far as the person may know of it. */
    List<ProjectRecord.Waiting> of(List<OpenTask> open, ProjectAccess access) {
        return open.stream()
                .filter(task -> access.maySeeReviewOf(task.partner()))
                .map(task -> waiting(task, access))
                .toList();
    }

    private ProjectRecord.Waiting waiting(OpenTask task, ProjectAccess access) {
        Instant due = task.due();
        return new ProjectRecord.Waiting(
                task.name(),
                task.whom(() -> directory.nameOf(access.project().leadOrganisation())),
                holder(task),
                task.partner() == null ? null : directory.nameOf(task.partner()),
                task.since(),
                due,
                due != null && due.isBefore(clock.instant()),
                task.process(),
                task.step(),
                task.mayPass(access.person()) ? task.id() : null,
                task.isFor(access.person()) ? task.id() : null);
    }

    /** What the person may answer for several partners at once. */
    static List<ProjectRecord.Together> together(List<OpenTask> open, Person person) {
        return open.stream()
                .filter(task -> task.forSeveral() && task.isFreeFor(person))
                .collect(Collectors.groupingBy(OpenTask::name, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(alike -> alike.size() > 1)
                .map(alike -> new ProjectRecord.Together(
                        alike.get(0).id(),
                        WORDS.text("together", Map.of("task", alike.get(0).name(), "count", alike.size()))))
                .toList();
    }

    /** Somebody has to give the task of whoever is gone to another person. */
    private @Nullable String holder(OpenTask task) {
        if (task.holder() == null) {
            return null;
        }
        String holder = people.find(task.holder()).map(Person::name).orElseGet(() -> WORDS.text("nobody"));
        return task.inPlaceOf() == null
                ? holder
                : WORDS.text(
                        "deputy",
                        Map.of(
                                "person",
                                holder,
                                "away",
                                people.find(task.inPlaceOf()).map(Person::name).orElse(task.inPlaceOf())));
    }
}
