package gm.sharing.insight;

import gm.sharing.measure.MeasureStatus;
import gm.sharing.organisation.Sector;
import gm.sharing.project.ProjectStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Counts in the tables of the record, each with one statement that the database adds up. */
@Component
class Counts {

    private final RecordReader record;
    private final Clock clock;

    Counts(RecordReader record, Clock clock) {
        this.record = record;
        this.clock = clock;
    }

    /** The projects that have not ended, by where they stand. */
    Map<ProjectStatus, Integer> inHand(Asked asked) {
        Map<ProjectStatus, Integer> projects = new EnumMap<>(ProjectStatus.class);
        record.sql(
                        """
                        select p.status, count(*) from project p join organisation o on o.code = p.lead_organisation
                        where p.status not in ('PUBLISHED', 'WITHDRAWN', 'STOPPED') and (:kind = '' or o.sector = :kind)
                        group by p.status""")
                .param("kind", asked.kindStored())
                .query(row -> {
                    projects.put(ProjectStatus.valueOf(row.getString(1)), row.getInt(2));
                });
        return projects;
    }

    /** The projects whose last round ended in the period, by how many they had. */
    Map<Integer, Integer> rounds(Asked asked) {
        Map<Integer, Integer> projects = new TreeMap<>();
        record.sql(
                        """
                select rounds, count(*) from (
                  select max(r.number) as rounds from sign_off_round r join project p on p.reference = r.project
                    join organisation o on o.code = p.lead_organisation
                  where :kind = '' or o.sector = :kind
                  group by r.project
                  having count(*) = count(r.closed_at) and max(r.closed_at) >= :start and max(r.closed_at) < :end) ended
                group by rounds""",
                        asked)
                .query(row -> {
                    projects.put(row.getInt(1), row.getInt(2));
                });
        return projects;
    }

    /** How often each ground was named by whoever refused, the code that was named most often first. */
    Map<String, Integer> refusals(Asked asked) {
        return codes(
                """
                select t.refusal_ground, count(*) as times from sign_off_statement t join sign_off s on s.id = t.sign_off
                  join organisation o on o.code = s.partner
                where t.decision = 'REFUSE' and t.refusal_ground is not null
                  and t.given_at >= :start and t.given_at < :end and (:kind = '' or o.sector = :kind)
                group by t.refusal_ground order by times desc, t.refusal_ground""",
                asked);
    }

    /** About which section of the agreement how many comments asked for changes, by its key. */
    Map<String, Integer> changes(Asked asked) {
        return codes(
                """
                select c.section, count(*) as times from sign_off_comment c
                  join sign_off_statement t on t.sign_off = c.sign_off and t.position = c.statement
                  join sign_off s on s.id = t.sign_off join organisation o on o.code = s.partner
                where t.decision = 'REQUEST_CHANGES' and t.step <> 'WITHDRAWAL'
                  and t.given_at >= :start and t.given_at < :end and (:kind = '' or o.sector = :kind)
                group by c.section order by times desc, c.section""",
                asked);
    }

    /**
     * Partners who have not decided.
     *
     * @param overdue of these whose decision is due; not while a question waits for the lead
     */
    record Undecided(int all, int overdue) {}

    Map<Sector, Undecided> undecided(Asked asked) {
        Map<Sector, Undecided> partners = new EnumMap<>(Sector.class);
        record.sql(
                        """
                        select o.sector, count(*), sum(case when s.due < :now and s.stopped_at is null then 1 else 0 end)
                        from sign_off s join organisation o on o.code = s.partner
                        where s.closed_at is null and (:kind = '' or o.sector = :kind)
                          and not exists (select 1 from sign_off_statement t where t.sign_off = s.id
                            and t.decision in ('REQUEST_CHANGES', 'REFUSE'))
                          and s.signatories > (select count(*) from sign_off_statement t where t.sign_off = s.id
                            and t.step in ('SIGNATURE', 'SECOND_SIGNATURE'))
                        group by o.sector""")
                .param("kind", asked.kindStored())
                .param("now", now().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    partners.put(Sector.valueOf(row.getString(1)), new Undecided(row.getInt(2), row.getInt(3)));
                });
        return partners;
    }

    /** The measures that were promised for a day of the period, by what became of them. */
    Map<Kept, Integer> measures(Asked asked) {
        Map<Kept, Integer> measures = new EnumMap<>(Kept.class);
        LocalDate today = LocalDate.now(clock);
        record.sql(
                        """
                        select m.status, m.promised, m.due, m.settled_at from measure m
                          join project p on p.reference = m.project join organisation o on o.code = p.lead_organisation
                        where m.status <> 'DROPPED' and m.promised between :first and :last
                          and (:kind = '' or o.sector = :kind)""")
                .param("kind", asked.kindStored())
                .param("first", asked.period().first())
                .param("last", asked.period().last())
                .query(row -> {
                    OffsetDateTime settled = row.getObject(4, OffsetDateTime.class);
                    measures.merge(
                            Kept.of(
                                    MeasureStatus.valueOf(row.getString(1)),
                                    row.getObject(2, LocalDate.class),
                                    row.getObject(3, LocalDate.class),
                                    settled == null ? null : settled.toInstant(),
                                    today),
                            1,
                            Integer::sum);
                });
        return measures;
    }

    private Map<String, Integer> codes(String sql, Asked asked) {
        Map<String, Integer> codes = new LinkedHashMap<>();
        record.sql(sql, asked).query(row -> {
            codes.put(row.getString(1), row.getInt(2));
        });
        return codes;
    }

    Instant now() {
        return clock.instant();
    }
}
