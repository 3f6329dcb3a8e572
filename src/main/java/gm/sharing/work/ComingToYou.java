package gm.sharing.work;

import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells people what may come to them when others have done what is open now. */
@Service
@Transactional(readOnly = true)
public class ComingToYou {

    private static final Words WORDS = Words.in("work/lists");

    private final ComingTasks tasks;
    private final WorkLines lines;
    private final Clock clock;

    ComingToYou(ComingTasks tasks, WorkLines lines, Clock clock) {
        this.tasks = tasks;
        this.lines = lines;
        this.clock = clock;
    }

    /** In one project, in sentences. */
    public List<String> in(ProjectReference project, Person person) {
        return found(project, person).stream()
                .map(coming -> WORDS.text("coming", Map.of("task", coming.task(), "first", coming.first())))
                .toList();
    }

    /** In all projects: what is due first comes first. */
    List<Coming> of(Person person) {
        return found(null, person);
    }

    private List<Coming> found(@Nullable ProjectReference project, Person person) {
        List<ComingTask> coming = tasks.of(person, project);
        if (coming.isEmpty()) {
            return List.of();
        }
        List<WorkLine> after = lines.of(
                coming.stream().map(ComingTask::after).toList(),
                new Whose.OfColleagues(person),
                person,
                clock.instant());
        return IntStream.range(0, coming.size())
                .mapToObj(at -> new Coming(
                        coming.get(at).name(), after.get(at), coming.get(at).sameDue(), 0))
                .filter(one -> one.after().projectOpens())
                .collect(Collectors.groupingBy(ComingToYou::same, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(alike -> new Coming(
                        alike.get(0).task(), alike.get(0).after(), alike.get(0).sameDue(), alike.size() - 1))
                .toList();
    }

    private static List<String> same(Coming coming) {
        return List.of(coming.task(), String.valueOf(coming.after().reference()));
    }

    static String inWords(Coming coming) {
        String due = coming.after().dueInWords();
        Map<String, Object> facts = Map.of(
                "step",
                coming.after().name(),
                "whom",
                coming.after().whom(),
                "due",
                due == null ? "" : due,
                "count",
                coming.more());
        if (coming.more() > 0) {
            return WORDS.text("after-several", facts);
        }
        if (due == null) {
            return WORDS.text("after", facts);
        }
        return coming.sameDue() ? WORDS.text("after-both-due", facts) : WORDS.text("after-and-due", facts);
    }
}
