package gm.sharing.insight;

import gm.sharing.audit.Event;
import gm.sharing.audit.HeldRolesConverter;
import gm.sharing.organisation.HeldRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an event log needs of the record, for some projects at once. Names and words of people are never read. */
@Component
class LoggedRecord {

    private static final HeldRolesConverter ROLES = new HeldRolesConverter();

    private final RecordReader record;

    LoggedRecord(RecordReader record) {
        this.record = record;
    }

    record Project(String reference, String kind, Instant proposed) {}

    /** @param version which of the project's, from 1 */
    record AgreementVersion(String reference, int version, Instant drafted) {}

    /**
     * What happened.
     *
     * @param roles of whoever acted
     * @param forWhom the organisation that it concerns; null for the whole project
     */
    record Happening(long id, Instant at, String reference, String type, String roles, @Nullable String forWhom) {}

    /** The types of events that the record of projects has. */
    List<String> types() {
        return record.sql(
                        "select distinct e.type from event e join project p on p.reference = e.reference order by e.type")
                .query(String.class)
                .list();
    }

    /** The next projects in the order of their references. */
    List<Project> projects(String after, int most) {
        return record.sql(
                        """
                        select p.reference, o.sector, p.proposed_at from project p
                          join organisation o on o.code = p.lead_organisation
                        where p.reference > :after order by p.reference fetch first :most rows only""")
                .param("after", after)
                .param("most", most)
                .query((row, number) -> new Project(row.getString(1), row.getString(2), moment(row, 3)))
                .list();
    }

    /** The organisations that were asked to sign, or that an event is about, by project. */
    Map<String, Set<String>> partners(List<String> references) {
        Map<String, Set<String>> partners = new HashMap<>();
        record.sql(
                        """
                        select s.project, s.partner from sign_off s where s.project in (:references)
                        union
                        select e.reference, e.for_whom from event e
                        where e.for_whom is not null and e.reference in (:references)""")
                .param("references", references)
                .query(row -> {
                    partners.computeIfAbsent(row.getString(1), none -> new TreeSet<>())
                            .add(row.getString(2));
                });
        return partners;
    }

    /** The versions of their agreements, the oldest first. */
    Map<String, List<AgreementVersion>> versions(List<String> references) {
        return record
                .sql(
                        """
                        select v.reference, v.ordinal + 1, v.created_at from agreement_version v
                        where v.reference in (:references) order by v.reference, v.ordinal""")
                .param("references", references)
                .query((row, number) -> new AgreementVersion(row.getString(1), row.getInt(2), moment(row, 3)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(AgreementVersion::reference));
    }

    /** Who was asked in which round, by project and number of the round. */
    Map<String, Map<Integer, List<String>>> asked(List<String> references) {
        Map<String, Map<Integer, List<String>>> asked = new HashMap<>();
        record.sql(
                        """
                        select s.project, s.round, s.partner from sign_off s
                        where s.project in (:references) order by s.project, s.round, s.partner""")
                .param("references", references)
                .query(row -> {
                    asked.computeIfAbsent(row.getString(1), none -> new HashMap<>())
                            .computeIfAbsent(row.getInt(2), none -> new ArrayList<>())
                            .add(row.getString(3));
                });
        return asked;
    }

    /** What happened to them, of each project the oldest first. */
    Map<String, List<Happening>> happenings(List<String> references) {
        return record
                .sql(
                        """
                        select e.id, e.happened_at, e.reference, e.type, e.who, e.who_role, e.for_whom from event e
                        where e.reference in (:references) order by e.reference, e.id""")
                .param("references", references)
                .query((row, number) -> new Happening(
                        row.getLong(1),
                        moment(row, 2),
                        row.getString(3),
                        row.getString(4),
                        Event.SYSTEM.equals(row.getString(5)) ? Event.SYSTEM : roles(row.getString(6)),
                        row.getString(7)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Happening::reference));
    }

    /** The words of the roles and nothing of who holds them. */
    private static String roles(@Nullable String stored) {
        return ROLES.convertToEntityAttribute(stored).stream()
                .map(HeldRole::role)
                .map(role -> role.word())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
