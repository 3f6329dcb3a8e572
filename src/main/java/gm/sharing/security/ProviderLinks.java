package gm.sharing.security;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose account somebody is whom a provider knows: by its own name for them, which it gives to nobody else. */
@Repository
class ProviderLinks {

    private final JdbcClient jdbc;
    private final Clock clock;

    ProviderLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The account, which may have been deleted meanwhile. */
    Optional<String> person(String issuer, String subject) {
        return jdbc.sql("select person from provider_link where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(String.class)
                .optional();
    }

    boolean isLinked(String issuer, String person) {
        return jdbc.sql("select count(*) from provider_link where issuer = :issuer and person = :person")
                        .param("issuer", issuer)
                        .param("person", person)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The links of an account, the oldest first. */
    List<Link> of(String person) {
        return jdbc.sql(
                        """
                        select issuer, subject, linked_at from provider_link where person = :person
                        order by linked_at, issuer""")
                .param("person", person)
                .query((row, number) -> new Link(
                        row.getString("issuer"),
                        row.getString("subject"),
                        row.getObject("linked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whether the link stands, and stays until the transaction at hand ends. */
    boolean holds(String issuer, String subject) {
        return jdbc.sql("select person from provider_link where issuer = :issuer and subject = :subject for update")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** When the last link of this person of the provider was ended; empty when none was. */
    Optional<Instant> endedAt(String issuer, String subject) {
        return jdbc.sql("select ended_at from ended_provider_link where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query((row, number) ->
                        row.getObject("ended_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /**
     * Ends a link and remembers when.
     *
     * @return whether there was one, of that account
     */
    boolean end(String issuer, String subject, String person) {
        int ended = jdbc.sql(
                        "delete from provider_link where issuer = :issuer and subject = :subject and person = :person")
                .param("issuer", issuer)
                .param("subject", subject)
                .param("person", person)
                .update();
        if (ended > 0) {
            jdbc.sql("delete from ended_provider_link where issuer = :issuer and subject = :subject")
                    .param("issuer", issuer)
                    .param("subject", subject)
                    .update();
            jdbc.sql("insert into ended_provider_link (issuer, subject, ended_at) values (:issuer, :subject, :now)")
                    .param("issuer", issuer)
                    .param("subject", subject)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
        return ended > 0;
    }

    /** In the place of a link to an account that is gone. */
    void link(String issuer, String subject, String person) {
        jdbc.sql("delete from provider_link where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .update();
        jdbc.sql(
                        "insert into provider_link (issuer, subject, person, linked_at) values (:issuer, :subject, :person, :now)")
                .param("issuer", issuer)
                .param("subject", subject)
                .param("person", person)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * A link of an account.
     *
     * @param subject the provider's own name for the person
     */
    record Link(String issuer, String subject, Instant since) {}
}
