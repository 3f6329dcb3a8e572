package gm.sharing.workflow.access;

import gm.sharing.organisation.OrganisationAccounts;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.wording.Words;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.PasswordPolicyResult;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The engine's accounts as pages of organisations keep them. Their administrators have no permissions in the engine: what they
 * may do was decided before it comes here, and what is done is recorded under their name.
 */
@Component
@Transactional
class EngineAccounts implements OrganisationAccounts {

    private static final Words WORDS = Words.in("organisation/passwords");

    /** How the engine calls rules of its own, for web applications that translate them. */
    private static final Map<String, String> RULES =
            Map.of("PASSWORD_POLICY_LENGTH", "length", "PASSWORD_POLICY_USER_DATA", "own-name");

    private static final String IN_GROUPS = "select o.user_id_ from act_id_membership o where o.group_id_ in (:values)";

    private static final String SIGNED_IN_TO =
            """
            select distinct m.group_id_ from act_id_membership m join act_id_user u on u.id_ = m.user_id_
            where m.group_id_ in (:groups)
              and (u.pwd_ is not null or exists (select 1 from provider_link l where l.person = u.id_))
              and not exists (select 1 from disabled_account d where d.account = u.id_)""";

    private static final String ACCOUNTS =
            """
            select u.id_ as id, u.first_ as first_name, u.last_ as last_name, u.email_ as email,
              case when u.pwd_ is null then 0 else 1 end as has_password, m.group_id_ as group_name
            from act_id_user u left join act_id_membership m on m.user_id_ = u.id_
            where %s order by u.first_, u.last_, u.id_""";

    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl engine;
    private final AccountIds ids;
    private final JdbcClient jdbc;

    EngineAccounts(IdentityService identity, ProcessEngineConfigurationImpl engine, AccountIds ids, JdbcClient jdbc) {
        this.identity = identity;
        this.engine = engine;
        this.ids = ids;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Account> of(OrganisationCode organisation) {
        return accounts(
                "u.id_ in (" + IN_GROUPS + ")",
                Arrays.stream(Role.values())
                        .filter(Role::perOrganisation)
                        .map(role -> role.groupOf(organisation))
                        .toList());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Account> find(Collection<String> ids) {
        Map<String, Account> found = new LinkedHashMap<>();
        accounts("u.id_ in (:values)", ids).forEach(account -> found.put(account.id(), account));
        return found;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Account> withEmail(Collection<String> addresses) {
        return accounts(
                "lower(u.email_) in (:values)",
                addresses.stream()
                        .map(address -> address.toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList());
    }

    private List<Account> accounts(String which, Collection<String> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        Map<String, Account> accounts = new LinkedHashMap<>();
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        jdbc.sql(ACCOUNTS.formatted(which))
                .param("values", values)
                .query((row, number) -> {
                    String id = row.getString("id");
                    accounts.putIfAbsent(
                            id,
                            new Account(
                                    id,
                                    AccountDetails.of(row.getString("first_name"), row.getString("last_name"), null)
                                            .name(),
                                    text(row.getString("email")),
                                    row.getInt("has_password") == 1,
                                    Set.of()));
                    Set<String> own = groups.computeIfAbsent(id, none -> new LinkedHashSet<>());
                    String group = row.getString("group_name");
                    return group != null && own.add(group);
                })
                .list();
        return accounts.values().stream()
                .map(account -> new Account(
                        account.id(),
                        account.name().isEmpty() ? account.id() : account.name(),
                        account.email(),
                        account.password(),
                        groups.getOrDefault(account.id(), Set.of())))
                .toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> taken(Collection<String> wanted) {
        return ids.taken(wanted);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> signedInTo(Collection<String> groups) {
        return groups.isEmpty()
                ? Set.of()
                : jdbc.sql(SIGNED_IN_TO)
                        .param("groups", groups)
                        .query(String.class)
                        .set();
    }

    @Override
    public String looks(String id) {
        return AccountIds.looks(id);
    }

    /** In one command, so that what is written travels together. */
    @Override
    public void add(Collection<Account> accounts, Person by) {
        as(
                by.id(),
                () -> accounts.forEach(account -> {
                    User user = identity.newUser(account.id());
                    user.setFirstName(account.name());
                    user.setLastName(""); // the web applications show a missing one as "null"
                    user.setEmail(account.email());
                    identity.saveUser(user);
                    account.groups().stream().sorted().forEach(group -> identity.createMembership(account.id(), group));
                }));
    }

    @Override
    public void change(Account account, Person by) {
        as(by.id(), () -> {
            User user = user(account.id());
            user.setFirstName(account.name());
            user.setLastName("");
            user.setEmail(account.email());
            identity.saveUser(user);
        });
    }

    @Override
    public void join(String id, String group, Person by) {
        as(by.id(), () -> identity.createMembership(id, group));
    }

    @Override
    public void leave(String id, String group, Person by) {
        as(by.id(), () -> identity.deleteMembership(id, group));
    }

    @Override
    public void lock(String group) {
        jdbc.sql("select id_ from act_id_group where id_ = :group for update")
                .param("group", group)
                .query(String.class)
                .list();
    }

    @Override
    public List<String> choosePassword(String id, String password) {
        User user = user(id);
        PasswordPolicyResult result = identity.checkPasswordAgainstPolicy(password, user);
        if (!result.isValid()) {
            return result.getViolatedRules().stream().map(EngineAccounts::words).toList();
        }
        as(id, () -> {
            user.setPassword(password);
            identity.saveUser(user);
        });
        return List.of();
    }

    private static String words(PasswordPolicyRule rule) {
        String key = RULES.get(rule.getPlaceholder());
        return key == null ? rule.getPlaceholder() : WORDS.text(key, Map.of("shortest", LongPasswords.SHORTEST));
    }

    private User user(String id) {
        return identity.createUserQuery().userId(id).singleResult();
    }

    private void as(String by, Runnable work) {
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthenticatedUserId(by);
        try {
            engine.getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(() -> {
                        work.run();
                        return null;
                    }));
        } finally {
            if (before == null) {
                identity.clearAuthentication();
            } else {
                identity.setAuthentication(before);
            }
        }
    }
}
