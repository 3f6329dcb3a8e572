package gm.sharing.notification;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notices that wait for somebody's letter of the day. */
@Component
class HeldNotices {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final ObjectProvider<Asked> asked;

    HeldNotices(JdbcClient jdbc, Outbox outbox, ObjectProvider<Asked> asked) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.asked = asked;
    }

    /**
     * Takes a held notice in hand, within a transaction, with all that the same person is to read then. Each of them comes out
     * of the queue by itself; the first that still asks something takes the others along.
     *
     * @return the oldest first; none when another one took it along, or when nothing is left to do
     */
    List<Outbox.Entry> take(Outbox.Entry notice, Instant now) {
        Instant due = Objects.requireNonNull(notice.held()).until();
        // In one order, so that two which take for the same person do not wait for each other.
        List<Long> locked = jdbc.sql("select id from notice where recipient = ? and status = 'HELD' and held_until <= ?"
                        + " order by id for update")
                .params(notice.recipient(), (due.isAfter(now) ? due : now).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
        if (!locked.contains(notice.id())) {
            return List.of();
        }
        List<Outbox.Entry> all = outbox.all(locked);
        List<Outbox.Entry> useful =
                all.stream().filter(entry -> isOfUse(entry, now)).toList();
        List<Outbox.Entry> overtaken =
                all.stream().filter(entry -> !useful.contains(entry)).toList();
        move(overtaken, "update notice set status = 'OVERTAKEN', settled_at = :now where id in (:ids)", now, 0);
        if (useful.stream().noneMatch(entry -> entry.id() == notice.id())) {
            return List.of();
        }
        move(useful, "update notice set status = 'WAITING', sent_with = :with where id in (:ids)", now, notice.id());
        return useful;
    }

    /** Lets go at once, within a transaction, what waits for the person; the ids. */
    List<Long> letGo(String person, Instant now) {
        List<Long> ids = jdbc.sql(
                        "select id from notice where recipient = ? and status = 'HELD' order by id for update")
                .param(person)
                .query(Long.class)
                .list();
        if (!ids.isEmpty()) {
            jdbc.sql("update notice set held_until = :now where id in (:ids)")
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("ids", ids)
                    .update();
        }
        return ids;
    }

    private boolean isOfUse(Outbox.Entry notice, Instant now) {
        var held = Objects.requireNonNull(notice.held());
        var asks = held.asks();
        return (held.usefulUntil() == null || now.isBefore(held.usefulUntil()))
                && (asks == null || asked.stream().noneMatch(one -> one.isDone(asks, notice.recipient())));
    }

    private void move(List<Outbox.Entry> notices, String update, Instant now, long with) {
        if (!notices.isEmpty()) {
            jdbc.sql(update)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("with", with)
                    .param("ids", notices.stream().map(Outbox.Entry::id).toList())
                    .update();
        }
    }
}
