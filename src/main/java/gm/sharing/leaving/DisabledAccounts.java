package gm.sharing.leaving;

import gm.sharing.organisation.By;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which accounts may not act, since when and why. */
@Repository
class DisabledAccounts {

    private final JdbcClient jdbc;

    DisabledAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why and by whom an account was disabled. */
    record Disabling(String reason, By by) {}

    Optional<Disabling> find(String account) {
        return jdbc.sql("select reason, disabled_by, disabled_by_name, disabled_at from disabled_account"
                        + " where account = :account")
                .param("account", account)
                .query((row, number) -> new Disabling(
                        row.getString("reason"),
                        new By(
                                row.getString("disabled_by"),
                                row.getString("disabled_by_name"),
                                row.getObject("disabled_at", OffsetDateTime.class)
                                        .toInstant())))
                .optional();
    }

    void add(String account, Disabling disabling) {
        jdbc.sql(
                        """
                        insert into disabled_account (account, reason, disabled_by, disabled_by_name, disabled_at)
                        values (:account, :reason, :by, :byName, :at)""")
                .param("account", account)
                .param("reason", disabling.reason())
                .param("by", disabling.by().person())
                .param("byName", disabling.by().name())
                .param("at", disabling.by().at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(String account) {
        jdbc.sql("delete from disabled_account where account = :account")
                .param("account", account)
                .update();
    }
}
