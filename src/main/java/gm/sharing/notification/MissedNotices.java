package gm.sharing.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notices that did not reach their people, and how they are sent again when that was mended. */
@Service
@Transactional
public class MissedNotices {

    /** More is for nobody to read at once. */
    private static final int MOST = 500;

    private static final String NEVER_REACHED =
            """
            missed.status in ('NO_ADDRESS', 'REFUSED', 'GIVEN_UP')
              and not exists (select 1 from notice later where later.recipient = missed.recipient
                and later.status = 'SENT' and later.settled_at > missed.settled_at)""";

    private static final String MISSED =
            """
            select missed.recipient as recipient, min(missed.settled_at) as since, count(*) as notices,
              max(case when missed.status = 'REFUSED' then 3 when missed.status = 'GIVEN_UP' then 2 else 1 end) as why
            from notice missed
            where"""
                    + " " + NEVER_REACHED;

    private static final String BY_PERSON = " group by missed.recipient order by since, missed.recipient";

    private final JdbcClient jdbc;
    private final Sending sending;
    private final Clock clock;

    MissedNotices(JdbcClient jdbc, Sending sending, Clock clock) {
        this.jdbc = jdbc;
        this.sending = sending;
        this.clock = clock;
    }

    /** Those who were not reached about a project, longest first. */
    @Transactional(readOnly = true)
    public List<Missed> of(String reference) {
        return jdbc.sql(MISSED + " and missed.reference = :reference" + BY_PERSON)
                .param("reference", reference)
                .query(MissedNotices::missed)
                .list();
    }

    /** All who were not reached, longest first, no more than a few hundred. */
    @Transactional(readOnly = true)
    public List<Missed> all() {
        return jdbc.sql(MISSED + BY_PERSON + " fetch first " + MOST + " rows only")
                .query(MissedNotices::missed)
                .list();
    }

    /** Those of these accounts that were not reached, longest first, however many others there are. */
    @Transactional(readOnly = true)
    public List<Missed> among(Collection<String> accounts) {
        return accounts.isEmpty()
                ? List.of()
                : jdbc.sql(MISSED + " and missed.recipient in (:accounts)" + BY_PERSON)
                        .param("accounts", accounts)
                        .query(MissedNotices::missed)
                        .list();
    }

    /**
     * Sends again what did not reach the account, as if it was written now.
     *
     * @return how many notices these are
     */
    public int sendAgain(String account) {
        Instant now = clock.instant();
        List<Long> ids = jdbc.sql("select missed.id from notice missed where missed.recipient = :account and "
                        + NEVER_REACHED + " order by missed.id for update")
                .param("account", account)
                .query(Long.class)
                .list();
        if (ids.isEmpty()) {
            return 0;
        }
        jdbc.sql("update notice set status = 'WAITING', settled_at = null, sent_with = null, held_until = null,"
                        + " written_at = :now"
                        + " where id in (:ids)")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", ids)
                .update();
        sending.afterCommit(ids, now);
        return ids.size();
    }

    private static Missed missed(ResultSet row, int number) throws SQLException {
        return new Missed(
                row.getString("recipient"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                switch (row.getInt("why")) {
                    case 3 -> Unreached.Why.REFUSED;
                    case 2 -> Unreached.Why.GIVEN_UP;
                    default -> Unreached.Why.NO_ADDRESS;
                },
                row.getInt("notices"));
    }
}
