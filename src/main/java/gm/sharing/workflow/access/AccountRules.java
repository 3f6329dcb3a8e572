package gm.sharing.workflow.access;

import gm.sharing.Refused;
import gm.sharing.audit.Event;
import gm.sharing.audit.SecurityTrail;
import gm.sharing.organisation.AccountLeft;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Successions;
import gm.sharing.security.OpenSessions;
import gm.sharing.wording.Words;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What goes with a change of an account: checks before, the end of its sign-ins and an entry in the security record after. */
@Component
class AccountRules {

    private static final Words WORDS = Words.in("notice/successors");

    private final AccountIds ids;
    private final OpenSessions sessions;
    private final SecurityTrail trail;
    private final Validator validator;
    private final JdbcClient jdbc;
    private final Successions successions;
    private final ApplicationEventPublisher others;

    AccountRules(
            AccountIds ids,
            OpenSessions sessions,
            SecurityTrail trail,
            Validator validator,
            JdbcClient jdbc,
            Successions successions,
            ApplicationEventPublisher others) {
        this.ids = ids;
        this.sessions = sessions;
        this.trail = trail;
        this.validator = validator;
        this.jdbc = jdbc;
        this.successions = successions;
        this.others = others;
    }

    void create(@Nullable String by, UserEntity account) {
        AccountDetails details = AccountDetails.of(account);
        details.check(validator);
        ids.take(account.getId());
        record(by, "account.created", "Account " + account.getId() + " was created for “" + details.name() + "”.");
    }

    /** What is stored of an account; of one that is gone nothing. */
    AccountDetails details(String id) {
        return jdbc.sql(
                        "select first_ as first_name, last_ as last_name, email_ as email from act_id_user where id_ = :id")
                .param("id", id)
                .query((row, number) -> AccountDetails.of(
                        row.getString("first_name"), row.getString("last_name"), row.getString("email")))
                .optional()
                .orElse(AccountDetails.of(null, null, null));
    }

    void change(@Nullable String by, UserEntity account, AccountDetails before) {
        AccountDetails now = AccountDetails.of(account);
        if (!now.equals(before)) {
            now.check(validator);
            List<String> changes = new ArrayList<>();
            if (!now.name().equals(before.name())) {
                changes.add("name from “" + before.name() + "” to “" + now.name() + "”");
            }
            if (!now.email().equals(before.email())) {
                changes.add("email address");
            }
            record(by, "account.changed", "Account " + account.getId() + ": " + String.join(" and ", changes) + ".");
        }
        if (account.hasNewPassword()) {
            sessions.endOthers(account.getId());
            record(by, "password.changed", "The password of " + account.getId() + " was changed.");
        }
    }

    /**
     * Whoever holds a role of an organisation acts for it, and for one that is part of another the other's people act.
     *
     * @throws Refused when the group is such a role
     */
    void join(String group) {
        Role.ofGroup(group)
                .filter(Role.ofOrganisations()::contains)
                .map(role -> role.organisationIn(group))
                .flatMap(code ->
                        Optional.ofNullable(successions.ended(Set.of(code)).get(code)))
                .ifPresent(instead -> {
                    throw new Refused(WORDS.text("no-role-there", Map.of("instead", instead)));
                });
    }

    boolean mayAct(String id) {
        return jdbc.sql("select count(*) from disabled_account where account = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /** What the account was allowed goes with it: the engine itself would keep it for the next holder of the id. */
    void delete(@Nullable String by, String id, String name) {
        jdbc.sql("delete from act_ru_authorization where user_id_ = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from disabled_account where account = :id")
                .param("id", id)
                .update();
        jdbc.sql("update account_id set name = :name where id = :id")
                .param("name", name.isEmpty() ? null : name)
                .param("id", id)
                .update();
        record(by, "account.deleted", "Account " + id + " was deleted.");
        others.publishEvent(new AccountLeft(id, name.isEmpty() ? id : name));
    }

    void record(@Nullable String by, String type, String what) {
        trail.record(by == null ? Event.SYSTEM : by, type, what);
    }
}
