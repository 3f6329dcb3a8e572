package gm.sharing.insight;

import gm.sharing.code.CodesInForce;
import gm.sharing.deadline.EndedDays;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.insight.Chart.Group;
import gm.sharing.insight.Chart.Value;
import gm.sharing.insight.Figure.Kind;
import gm.sharing.insight.Table.Row;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Sector;
import gm.sharing.signoff.Grounds;
import gm.sharing.wording.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes figures of what is counted. */
@Component
class CountFigures {

    private static final Words WORDS = Words.in("insight/figures");

    private final Counts counts;
    private final WorkInHand work;
    private final Sectors sectors;
    private final CodesInForce codes;
    private final WorkingDays workingDays;

    CountFigures(Counts counts, WorkInHand work, Sectors sectors, CodesInForce codes, WorkingDays workingDays) {
        this.counts = counts;
        this.work = work;
        this.sectors = sectors;
        this.codes = codes;
        this.workingDays = workingDays;
    }

    /** The projects under way, by where they stand. */
    Figure standing(Asked asked) {
        return figure(
                Kind.STANDING,
                counts.inHand(asked),
                (status, number) -> Row.of(status.label(), number),
                WORDS.text("standing"),
                WORDS.text("projects"));
    }

    /** The open tasks, by the role that they wait for. */
    Figure waiting(Asked asked) {
        Map<String, Sector> kinds = sectors.all();
        Map<String, WorkInHand.Waiting> roles = new LinkedHashMap<>();
        work.now().stream()
                .filter(waiting -> asked.isOf(kindOf(waiting, kinds)))
                .forEach(waiting -> roles.merge(nameOf(waiting), waiting, CountFigures::together));
        List<Map.Entry<String, WorkInHand.Waiting>> most = roles.entrySet().stream()
                .sorted((one, other) ->
                        Integer.compare(other.getValue().tasks(), one.getValue().tasks()))
                .toList();
        Instant now = counts.now();
        EndedDays days = EndedDays.of(workingDays);
        return new Figure(
                Kind.WAITING,
                Chart.of(most.stream()
                        .map(one -> new Group(
                                one.getKey(),
                                List.of(
                                        amount("tasks-of", one.getValue().tasks()),
                                        amount("overdue-of", one.getValue().overdue()))))
                        .toList()),
                new Table(
                        List.of(
                                WORDS.text("for-whom"),
                                WORDS.text("tasks"),
                                WORDS.text("tasks-overdue"),
                                WORDS.text("longest")),
                        most.stream()
                                .map(one -> Row.of(
                                        one.getKey(),
                                        one.getValue().tasks(),
                                        one.getValue().overdue(),
                                        days.between(one.getValue().since(), now)))
                                .toList()));
    }

    private static @Nullable Sector kindOf(WorkInHand.Waiting waiting, Map<String, Sector> kinds) {
        return Stream.ofNullable(waiting.group())
                .flatMap(group -> Role.organisationOf(group).stream())
                .map(organisation -> kinds.getOrDefault(organisation.value(), Sector.OTHER))
                .findFirst()
                .orElse(null);
    }

    private static String nameOf(WorkInHand.Waiting waiting) {
        return Stream.ofNullable(waiting.group())
                .flatMap(group -> Role.ofGroup(group).stream())
                .map(Role::label)
                .findFirst()
                .orElseGet(() -> WORDS.text(waiting.group() == null ? "one-person" : "another-group"));
    }

    private static WorkInHand.Waiting together(WorkInHand.Waiting one, WorkInHand.Waiting other) {
        return new WorkInHand.Waiting(
                one.group(),
                one.tasks() + other.tasks(),
                one.overdue() + other.overdue(),
                one.since().isBefore(other.since()) ? one.since() : other.since());
    }

    /** How many rounds projects needed. */
    Figure rounds(Asked asked) {
        return figure(
                Kind.ROUNDS,
                counts.rounds(asked),
                (rounds, projects) -> Row.of(
                        rounds == 1
                                ? WORDS.text("one-round")
                                : WORDS.text("several-rounds", Map.of("rounds", String.valueOf(rounds))),
                        projects),
                WORDS.text("rounds"),
                WORDS.text("projects"));
    }

    /** The grounds on which partners refused. */
    Figure refusals(Asked asked) {
        var grounds = codes.now().table(Grounds.TABLE);
        return figure(
                Kind.REFUSALS,
                counts.refusals(asked),
                (code, number) -> Row.of(grounds.label(code), code, number),
                WORDS.text("ground"),
                WORDS.text("code"),
                WORDS.text("refusals"));
    }

    /** What partners asked to be changed. */
    Figure changes(Asked asked) {
        return figure(
                Kind.CHANGES,
                counts.changes(asked),
                (section, number) -> Row.of(section, number),
                WORDS.text("section"),
                WORDS.text("comments"));
    }

    /** How many partners decided late, and how many have not decided in time. */
    Figure overdue(Asked asked, TimeFigures times) {
        Map<Sector, Counts.Undecided> undecided = counts.undecided(asked);
        List<Group> groups = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (Sector kind : Sector.values()) {
            int decided = times.decided(kind);
            Counts.Undecided open = undecided.getOrDefault(kind, new Counts.Undecided(0, 0));
            if (decided + open.all() > 0) {
                groups.add(new Group(
                        kind.label(), List.of(amount("late-of", times.late(kind)), amount("due-of", open.overdue()))));
                rows.add(Row.of(kind.label(), decided, times.late(kind), open.all(), open.overdue()));
            }
        }
        return new Figure(
                Kind.OVERDUE,
                Chart.of(groups),
                new Table(
                        List.of(
                                WORDS.text("kind"),
                                WORDS.text("decided"),
                                WORDS.text("decided-late"),
                                WORDS.text("undecided"),
                                WORDS.text("undecided-overdue")),
                        rows));
    }

    /** What became of promised measures. */
    Figure measures(Asked asked) {
        return figure(
                Kind.MEASURES,
                counts.measures(asked),
                (kept, number) -> Row.of(kept.label(), number),
                WORDS.text("became"),
                WORDS.text("measures"));
    }

    /** A bar for each row, as long as its last cell says. */
    private static <K> Figure figure(
            Kind kind, Map<K, Integer> counted, BiFunction<K, Integer, Row> row, String... columns) {
        List<Row> rows = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        counted.forEach((key, number) -> {
            Row one = row.apply(key, number);
            rows.add(one);
            groups.add(Group.of(one.head(), number));
        });
        return new Figure(kind, Chart.of(groups), new Table(List.of(columns), rows));
    }

    private static Value amount(String key, int number) {
        return new Value(number, WORDS.text(key, Map.of("number", String.valueOf(number))));
    }
}
