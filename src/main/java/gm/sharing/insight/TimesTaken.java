package gm.sharing.insight;

import static java.util.stream.Collectors.joining;

import gm.sharing.deadline.EndedDays;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.organisation.Sector;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The times that stretches took which ended in a period, read row by row in three statements, however many there are. Of a
 * project the first time counts that it came to a milestone. Days that ended while a question of a partner waited for the lead
 * do not count for that partner.
 */
@Component
class TimesTaken {

    /** A column for each milestone, in their order. */
    private static final String OF_PROJECTS =
            """
            select o.sector,
              min(case when e.type in (%1$s) then e.happened_at end),
              min(case when e.type in (%2$s) then e.happened_at end),
              min(case when e.type in (%3$s) then e.happened_at end),
              min(case when e.type in (%4$s) then e.happened_at end),
              min(case when e.type in (%5$s) then e.happened_at end),
              min(case when e.type in (%6$s) then e.happened_at end),
              min(case when e.type in (%7$s) then e.happened_at end)
            from event e join project p on p.reference = e.reference
              join organisation o on o.code = p.lead_organisation
            where e.type in (%8$s) and (:kind = '' or o.sector = :kind)
            group by p.reference, o.sector
            having max(e.happened_at) >= :start and min(e.happened_at) < :end
            """
                    .formatted(Stream.concat(
                                    Milestone.ofProjects().stream().map(Milestone::events),
                                    Stream.of(Milestone.ofProjects().stream()
                                            .map(Milestone::events)
                                            .collect(joining(", "))))
                            .toArray());

    private static final String OF_PARTNERS =
            """
            select s.id, o.sector, s.asked_at, s.signatories, s.late,
              min(case when t.step = 'REVIEW' then t.given_at end),
              min(case when t.step = 'CONFIDENTIAL_USE' then t.given_at end),
              min(case when t.step = 'SIGNATURE' then t.given_at end),
              min(case when t.step = 'SECOND_SIGNATURE' then t.given_at end),
              min(case when t.decision in ('REQUEST_CHANGES', 'REFUSE') then t.given_at end)
            from sign_off s join sign_off_statement t on t.sign_off = s.id
              join organisation o on o.code = s.partner
            where t.step <> 'WITHDRAWAL' and (:kind = '' or o.sector = :kind)
            group by s.id, o.sector, s.asked_at, s.signatories, s.late
            having max(t.given_at) >= :start and min(t.given_at) < :end
            """;

    /** Also those that were never answered: the clock stood still until the partner decided all the same. */
    private static final String QUESTIONS =
            """
            select q.sign_off, q.asked_at, q.answered_at
            from sign_off_question q
            order by q.sign_off, q.position
            """;

    private final RecordReader record;
    private final WorkingDays workingDays;

    TimesTaken(RecordReader record, WorkingDays workingDays) {
        this.record = record;
        this.workingDays = workingDays;
    }

    private record Pause(Instant from, @Nullable Instant to) {}

    /** Counts what ended between two moments. */
    private record Counting(EndedDays days, Instant start, Instant end, Consumer<TimeTaken> consumer) {

        void count(Stretch stretch, Sector kind, Map<Milestone, Instant> reached, List<Pause> pauses, boolean late) {
            Instant from = reached.get(stretch.from());
            Instant to = reached.get(stretch.to());
            if (from == null || to == null || to.isBefore(from) || to.isBefore(start) || !to.isBefore(end)) {
                return;
            }
            int all = days.between(from, to);
            for (Pause pause : pauses) {
                all -= days.between(
                        pause.from().isBefore(from) ? from : pause.from(),
                        pause.to() == null || pause.to().isAfter(to) ? to : pause.to());
            }
            consumer.accept(new TimeTaken(stretch, kind, from, all, late));
        }
    }

    /** Hands over every time. */
    void each(Asked asked, Consumer<TimeTaken> consumer) {
        Counting counting = new Counting(
                EndedDays.of(workingDays),
                asked.period().start().toInstant(),
                asked.period().end().toInstant(),
                consumer);
        record.sql(OF_PROJECTS, asked).query(row -> {
            ofProject(row, counting);
        });
        Map<Long, List<Pause>> pauses = pauses();
        record.sql(OF_PARTNERS, asked).query(row -> {
            ofPartner(row, pauses.getOrDefault(row.getLong(1), List.of()), counting);
        });
    }

    private Map<Long, List<Pause>> pauses() {
        Map<Long, List<Pause>> pauses = new HashMap<>();
        record.sql(QUESTIONS).query(row -> {
            Instant asked = moment(row, 2);
            if (asked != null) {
                pauses.computeIfAbsent(row.getLong(1), none -> new ArrayList<>())
                        .add(new Pause(asked, moment(row, 3)));
            }
        });
        return pauses;
    }

    private static void ofProject(ResultSet row, Counting counting) throws SQLException {
        Map<Milestone, Instant> reached = new EnumMap<>(Milestone.class);
        int column = 2;
        for (Milestone milestone : Milestone.ofProjects()) {
            put(reached, milestone, moment(row, column++));
        }
        Sector kind = Sector.valueOf(row.getString(1));
        for (Stretch stretch : Stretch.values()) {
            if (!stretch.isOfPartner()) {
                counting.count(stretch, kind, reached, List.of(), false);
            }
        }
    }

    private static void ofPartner(ResultSet row, List<Pause> pauses, Counting counting) throws SQLException {
        Map<Milestone, Instant> reached = new EnumMap<>(Milestone.class);
        put(reached, Milestone.ASKED, moment(row, 3));
        put(reached, Milestone.REVIEWED, moment(row, 6));
        put(reached, Milestone.AGREED, moment(row, 7));
        put(reached, Milestone.READY, reached.getOrDefault(Milestone.AGREED, reached.get(Milestone.REVIEWED)));
        put(reached, Milestone.SIGNED, moment(row, 8));
        put(reached, Milestone.COUNTERSIGNED, moment(row, 9));
        Instant against = moment(row, 10);
        put(
                reached,
                Milestone.DECIDED,
                against != null
                        ? against
                        : reached.get(row.getInt(4) > 1 ? Milestone.COUNTERSIGNED : Milestone.SIGNED));
        Sector kind = Sector.valueOf(row.getString(2));
        boolean late = row.getBoolean(5);
        for (Stretch stretch : Stretch.values()) {
            if (stretch.isOfPartner()) {
                counting.count(stretch, kind, reached, pauses, late);
            }
        }
    }

    private static void put(Map<Milestone, Instant> reached, Milestone milestone, @Nullable Instant moment) {
        if (moment != null) {
            reached.put(milestone, moment);
        }
    }

    private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
