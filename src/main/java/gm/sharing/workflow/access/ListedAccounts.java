package gm.sharing.workflow.access;

import gm.sharing.leaving.KnownAccount;
import gm.sharing.leaving.KnownAccounts;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The engine's accounts as lines of a list: one statement for a page and one for its length. */
@Repository
class ListedAccounts implements KnownAccounts {

    private static final String NAME = "trim(coalesce(u.first_, '') || ' ' || coalesce(u.last_, ''))";

    private static final String FROM =
            """
             from act_id_user u
              left join act_id_membership o on o.user_id_ = u.id_ and o.group_id_ like 'org-%'
              left join act_id_membership a on a.user_id_ = u.id_ and a.group_id_ = 'camunda-admin'
              left join disabled_account d on d.account = u.id_
            """;

    private static final String ACCOUNT = "select u.id_ as id, " + NAME
            + " as name, o.group_id_ as organisation, a.group_id_ as administrator, d.account as disabled" + FROM;

    private static final String SEARCHED =
            " where (lower(" + NAME + ") like :words escape '!' or lower(u.id_) like :words escape '!')";

    private final JdbcClient jdbc;

    ListedAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<KnownAccount> find(String id) {
        return jdbc.sql(ACCOUNT + " where u.id_ = :id").param("id", id).query(ListedAccounts::account).list().stream()
                .findFirst();
    }

    @Override
    public List<KnownAccount> find(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(ACCOUNT + " where u.id_ in (:ids)")
                        .param("ids", ids)
                        .query(ListedAccounts::account)
                        .list();
    }

    @Override
    public List<KnownAccount> leadsOf(Collection<OrganisationCode> organisations) {
        return jdbc.sql(ACCOUNT
                        + " where d.account is null and o.group_id_ in (:groups) and exists (select 1 from act_id_membership l"
                        + " where l.user_id_ = u.id_ and l.group_id_ = :leads) order by " + NAME + ", u.id_")
                .param(
                        "groups",
                        organisations.stream().map(Role.MEMBER::groupOf).toList())
                .param("leads", Role.PROJECT_LEAD.group())
                .query(ListedAccounts::account)
                .list();
    }

    @Override
    public Page<KnownAccount> search(
            String words, Optional<? extends Collection<OrganisationCode>> among, Pageable page) {
        String searched = SEARCHED + (among.isPresent() ? " and o.group_id_ in (:groups)" : "");
        String pattern = "%"
                + words.strip()
                        .toLowerCase(Locale.UK)
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_")
                + "%";
        List<String> groups = among.stream()
                .flatMap(Collection::stream)
                .map(Role.MEMBER::groupOf)
                .toList();
        List<KnownAccount> found = jdbc.sql(ACCOUNT + searched + " order by " + NAME + ", u.id_"
                        + " offset :before rows fetch first :most rows only")
                .param("words", pattern)
                .param("groups", groups)
                .param("before", page.getOffset())
                .param("most", page.getPageSize())
                .query(ListedAccounts::account)
                .list();
        return new PageImpl<>(
                found,
                page,
                jdbc.sql("select count(*)" + FROM + searched)
                        .param("words", pattern)
                        .param("groups", groups)
                        .query(Long.class)
                        .single());
    }

    private static KnownAccount account(ResultSet row, int number) throws SQLException {
        String name = row.getString("name");
        String organisation = row.getString("organisation");
        return new KnownAccount(
                row.getString("id"),
                name.isEmpty() ? row.getString("id") : name,
                organisation == null
                        ? null
                        : Role.ofGroup(organisation)
                                .filter(Role.MEMBER::equals)
                                .map(member -> member.organisationIn(organisation))
                                .orElse(null),
                row.getString("administrator") != null,
                row.getString("disabled") != null);
    }
}
