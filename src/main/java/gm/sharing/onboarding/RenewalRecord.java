package gm.sharing.onboarding;

import gm.sharing.code.Coded;
import gm.sharing.organisation.OrganisationCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Which facts expire, and which organisations were asked to renew one. */
@Repository
class RenewalRecord {

    private static final String REGISTRATIONS =
            "select code, '' as fact_row, ico_expiry as last_day from organisation where succeeded_on is null";

    private static final String ASSURANCES =
            """
            select o.code, f.scheme as fact_row, f.valid_until as last_day
            from organisation o join organisation_assurance f on f.organisation = o.code where o.succeeded_on is null""";

    private static final String SIGNATORIES =
            """
            select o.code, cast(f.number as varchar(20)) as fact_row, f.until_day as last_day
            from organisation o join organisation_signatory f on f.organisation = o.code where o.succeeded_on is null""";

    private static final String PROCESSORS =
            """
            select o.code, cast(f.number as varchar(20)) as fact_row, f.contract_end as last_day
            from organisation o join organisation_processor f on f.organisation = o.code where o.succeeded_on is null""";

    private static final String NOT_ASKED_YET =
            """
            select e.code, e.fact_row, e.last_day from (%s) e
            where e.last_day between :first and :last
              and not exists (select 1 from renewal r where r.organisation = e.code and r.kind = :kind
                and r.fact_row = e.fact_row and r.last_day = e.last_day)
            order by e.code, e.fact_row""";

    private final JdbcClient jdbc;

    RenewalRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A fact with its last day. */
    record Expiring(OrganisationCode organisation, String row, LocalDate lastDay) {}

    /** Facts of a kind with a last day from the first to the last of these, for which nobody was asked yet. */
    List<Expiring> expiring(ExpiringKind kind, LocalDate first, LocalDate last) {
        String facts =
                switch (kind) {
                    case ICO_REGISTRATION -> REGISTRATIONS;
                    case ASSURANCE -> ASSURANCES;
                    case SIGNATORY -> SIGNATORIES;
                    case PROCESSOR_CONTRACT -> PROCESSORS;
                };
        return jdbc.sql(NOT_ASKED_YET.formatted(facts))
                .param("first", first)
                .param("last", last)
                .param("kind", kind.code())
                .query((found, number) -> new Expiring(
                        new OrganisationCode(found.getString("code")),
                        found.getString("fact_row"),
                        found.getObject("last_day", LocalDate.class)))
                .list();
    }

    /** What is not settled. */
    List<Renewal> open() {
        return jdbc.sql("select * from renewal where settled_at is null order by id")
                .query(RenewalRecord::renewal)
                .list();
    }

    Optional<Renewal> find(long id) {
        return jdbc.sql("select * from renewal where id = :id")
                .param("id", id)
                .query(RenewalRecord::renewal)
                .optional();
    }

    private static Renewal renewal(ResultSet row, int number) throws SQLException {
        return new Renewal(
                row.getLong("id"),
                new OrganisationCode(row.getString("organisation")),
                Coded.of(ExpiringKind.class, row.getString("kind")),
                row.getString("fact_row"),
                row.getObject("last_day", LocalDate.class),
                row.getString("fact_name"));
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the organisation was asked already */
    Renewal add(Expiring fact, ExpiringKind kind, String name, Instant at) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into renewal (organisation, kind, fact_row, last_day, fact_name, asked_at)
                        values (:organisation, :kind, :row, :lastDay, :name, :at)""")
                .param("organisation", fact.organisation().value())
                .param("kind", kind.code())
                .param("row", fact.row())
                .param("lastDay", fact.lastDay())
                .param("name", name)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update(key, "id");
        return new Renewal(
                Objects.requireNonNull(key.getKey()).longValue(),
                fact.organisation(),
                kind,
                fact.row(),
                fact.lastDay(),
                name);
    }

    /** Settles it, unless it was settled before; says whether it was open until now. */
    boolean settle(Renewal renewal, Instant at) {
        return jdbc.sql("update renewal set settled_at = :at where id = :id and settled_at is null")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", renewal.id())
                        .update()
                > 0;
    }
}
