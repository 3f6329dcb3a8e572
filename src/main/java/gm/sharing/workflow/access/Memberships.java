package gm.sharing.workflow.access;

import gm.sharing.organisation.Consent;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who is in which group by what an administrator entered, before anything is lent. Each answer is one statement, because
 * every request and every notice asks; it also says whether there is anything to ask about what is lent.
 */
@Repository
class Memberships {

    /** An absence that ends later, though it may begin later, too. */
    private static final String AWAY = "a.ended_at is null and a.last_day >= :today";

    private static final String ACCOUNT =
            """
            select u.first_ as first_name, u.last_ as last_name, u.email_ as email, m.group_id_ as group_name,
              case when exists (select 1 from absence a where a.deputy = u.id_ and %s)
                or exists (select 1 from organisation o where m.group_id_ = 'org-' || o.acted_for_by) then 1 else 0 end as lent
            from act_id_user u left join act_id_membership m on m.user_id_ = u.id_
            where u.id_ = :person and not exists (select 1 from disabled_account d where d.account = u.id_)"""
                    .formatted(AWAY);

    private static final String MEMBERS =
            """
            select m.user_id_ as person,
              case when exists (select 1 from absence a where a.person = m.user_id_ and %s) then 1 else 0 end as lends
            from act_id_membership m where m.group_id_ = :group
              and not exists (select 1 from disabled_account d where d.account = m.user_id_)
            order by m.user_id_"""
                    .formatted(AWAY);

    /** By the consent in force, or without one where the organisation is part of the other. */
    private static final String ACTORS =
            """
            select code, acted_for_by, case when succeeded_by is null then consent_covers end as covers
            from organisation where code in (:codes) and acted_for_by is not null and (succeeded_by is not null
              or (consent_to = acted_for_by and (consent_until is null or consent_until >= :today)))""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Memberships(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Account> account(String person) {
        List<AccountRow> rows = jdbc.sql(ACCOUNT)
                .param("person", person)
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new AccountRow(
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getString("email"),
                        row.getString("group_name"),
                        row.getInt("lent")))
                .list();
        return rows.stream()
                .findFirst()
                .map(first -> new Account(
                        person,
                        first.name(person),
                        first.email() == null ? "" : first.email(),
                        groups(rows),
                        rows.stream().anyMatch(row -> row.lent() == 1)));
    }

    boolean isDisabled(String person) {
        return jdbc.sql("select count(*) from disabled_account where account = :person")
                        .param("person", person)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Of an account that there is or was; empty for one without a name. */
    Optional<String> nameOf(String person) {
        return jdbc.sql(
                        "select u.first_ as first_name, u.last_ as last_name, coalesce(i.name, i.id) as name from account_id i"
                                + " left join act_id_user u on u.id_ = i.id where i.id = :person")
                .param("person", person)
                .query((row, number) ->
                        name(row.getString("first_name"), row.getString("last_name"), row.getString("name")))
                .optional();
    }

    private static String name(@Nullable String firstName, @Nullable String lastName, String otherwise) {
        return Stream.of(firstName, lastName)
                .flatMap(Stream::ofNullable)
                .filter(part -> !part.isBlank())
                .reduce((first, last) -> first + " " + last)
                .orElse(otherwise);
    }

    private static Set<String> groups(List<AccountRow> rows) {
        Set<String> groups = new LinkedHashSet<>();
        rows.stream().flatMap(row -> Stream.ofNullable(row.groupName())).forEach(groups::add);
        return groups;
    }

    Set<String> groupsOf(String person) {
        return account(person).map(Account::groups).orElse(Set.of());
    }

    Members in(String group) {
        List<MemberRow> rows = jdbc.sql(MEMBERS)
                .param("group", group)
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new MemberRow(row.getString("person"), row.getInt("lends")))
                .list();
        Set<String> people = new LinkedHashSet<>();
        rows.forEach(row -> people.add(row.person()));
        return new Members(people, rows.stream().anyMatch(row -> row.lends() == 1));
    }

    boolean isEmpty(String group) {
        return withPeople(Set.of(group)).isEmpty();
    }

    /** By organisation, by code, which one acts for it today, and in what. */
    Map<String, Actor> actingFor(Collection<OrganisationCode> organisations) {
        Map<String, Actor> actors = new HashMap<>();
        jdbc.sql(ACTORS)
                .param(
                        "codes",
                        organisations.stream()
                                .map(OrganisationCode::value)
                                .distinct()
                                .toList())
                .param("today", LocalDate.now(clock))
                .query((RowCallbackHandler) row -> actors.put(
                        row.getString("code"), new Actor(row.getString("acted_for_by"), row.getString("covers"))));
        return actors;
    }

    /** Those of the groups that somebody is in. */
    Set<String> withPeople(Collection<String> groups) {
        return jdbc.sql("select distinct m.group_id_ from act_id_membership m where m.group_id_ in (:groups)"
                        + " and not exists (select 1 from disabled_account d where d.account = m.user_id_)")
                .param("groups", groups)
                .query(String.class)
                .set();
    }

    /**
     * Somebody's account.
     *
     * @param mayBeLent false when certainly nothing is lent to this person today
     */
    record Account(String id, String name, String email, Set<String> groups, boolean mayBeLent) {}

    /**
     * Who is in a group.
     *
     * @param mayBeAway false when certainly none of them is away today
     */
    record Members(Set<String> people, boolean mayBeAway) {}

    /**
     * Who acts for an organisation.
     *
     * @param covers codes of what it may do; null for everything
     */
    record Actor(String organisation, @Nullable String covers) {

        boolean mayActIn(Role office) {
            return covers == null || Consent.Act.of(office).isAmong(covers);
        }
    }

    private record AccountRow(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String groupName,
            int lent) {

        String name(String person) {
            return Memberships.name(firstName, lastName, person);
        }
    }

    private record MemberRow(String person, int lends) {}
}
