package gm.sharing.security;

import java.sql.Timestamp;
import java.time.Clock;
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
}
