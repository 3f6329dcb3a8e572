package gm.sharing.workflow.access;

import gm.sharing.Refused;
import gm.sharing.audit.Event;
import gm.sharing.audit.SecurityTrail;
import gm.sharing.workflow.EnginePreparation;
import gm.sharing.workflow.Parts;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The ids that accounts have or had. What somebody did stays in the record under their id, and so do tasks and permissions: an
 * id is never given to somebody else, nor one that people would take for it.
 */
@Component
@Order(1)
class AccountIds implements EnginePreparation {

    private static final Set<String> NOBODYS = Set.of(Event.SYSTEM, SecurityTrail.ANONYMOUS);

    /** Where the record and the engine name people; read once, when this release first starts on a database. */
    private static final List<String> NAMED_IN = List.of(
            "select who from event",
            "select assignee_ from act_hi_taskinst",
            "select user_id_ from act_ru_authorization",
            "select person from absence",
            "select deputy from absence");

    private final JdbcClient jdbc;

    AccountIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String what() {
        return "the ids that accounts ever had";
    }

    @Override
    public void prepare(Parts parts) {
        if (jdbc.sql("select count(*) from account_id").query(Integer.class).single() == 0) {
            NAMED_IN.forEach(this::remember);
        }
        remember("select id_ from act_id_user");
    }

    private void remember(String named) {
        jdbc
                .sql("select distinct n.id from (" + named.replaceFirst("select (\\w+)", "select $1 as id")
                        + ") n where n.id is not null and n.id <> '*'"
                        + " and not exists (select 1 from account_id a where a.id = n.id)")
                .query(String.class)
                .list()
                .stream()
                .filter(id -> !NOBODYS.contains(id))
                .forEach(this::keep);
    }

    /** Whether nobody has or had this id or one that looks like it. */
    boolean isFree(String id) {
        return alike(id).isEmpty()
                && NOBODYS.stream().noneMatch(nobodys -> looks(nobodys).equals(looks(id)));
    }

    /** Those of these ids that {@link #isFree} says of that they are not, in one statement. */
    Set<String> taken(Collection<String> ids) {
        Set<String> looks = ids.stream().map(AccountIds::looks).collect(Collectors.toSet());
        Set<String> kept = looks.isEmpty()
                ? new HashSet<>()
                : new HashSet<>(jdbc.sql("select looks from account_id where looks in (:looks)")
                        .param("looks", looks)
                        .query(String.class)
                        .set());
        NOBODYS.forEach(nobodys -> kept.add(looks(nobodys)));
        return ids.stream().filter(id -> kept.contains(looks(id))).collect(Collectors.toSet());
    }

    /** Takes the id for a new account. */
    void take(String id) {
        if (!isFree(id)) {
            throw new Refused(
                    alike(id).contains(id) || NOBODYS.contains(id)
                            ? "The id “" + id
                                    + "” is or was somebody’s. The record names them by it, so choose another one."
                            : "The id “" + id + "” looks like one that is or was somebody’s. Choose another one.");
        }
        keep(id);
    }

    private List<String> alike(String id) {
        return jdbc.sql("select id from account_id where looks = :looks")
                .param("looks", looks(id))
                .query(String.class)
                .list();
    }

    private void keep(String id) {
        jdbc.sql("insert into account_id (id, looks) values (:id, :looks)")
                .param("id", id)
                .param("looks", looks(id))
                .update();
    }

    /** The same for ids that differ by case, by the kind of separator, or by characters that look alike. */
    static String looks(String id) {
        return id.toLowerCase(Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('i', 'l')
                .replace('-', '.')
                .replace('_', '.');
    }
}
