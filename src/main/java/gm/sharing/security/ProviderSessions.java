package gm.sharing.security;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which sessions began with which sign-in at a provider, so that they end when it says so, on every node: they are deleted here
 * and nothing is left for the library to do.
 */
@Repository
class ProviderSessions implements OidcSessionRegistry {

    private static final int LONGEST = 255;

    private final JdbcClient jdbc;
    private final ProviderLinks links;
    private final Clock clock;
    private final Duration longest;

    ProviderSessions(
            JdbcClient jdbc,
            ProviderLinks links,
            Clock clock,
            @Value("${sharing.sign-in.longest-session:12h}") Duration longest) {
        this.jdbc = jdbc;
        this.links = links;
        this.clock = clock;
        this.longest = longest;
    }

    /** A session of a link that was ended in this moment is not kept, and so does not {@link #stand stand}. */
    @Override
    @Transactional
    public void saveSessionInformation(OidcSessionInformation begun) {
        OidcUser person = begun.getPrincipal();
        if (!links.holds(
                person.getIdToken().getClaimAsString("iss"), person.getIdToken().getSubject())) {
            return;
        }
        Instant now = clock.instant();
        jdbc.sql("delete from provider_session where session_id = :session or begun_at < :old")
                .param("session", begun.getSessionId())
                .param("old", Timestamp.from(now.minus(longest)))
                .update();
        jdbc.sql(
                        """
                        insert into provider_session (session_id, issuer, subject, sid, begun_at)
                        values (:session, :issuer, :subject, :sid, :now)""")
                .param("session", begun.getSessionId())
                .param("issuer", person.getIdToken().getClaimAsString("iss"))
                .param("subject", person.getIdToken().getSubject())
                .param("sid", sid(person.getIdToken().getClaimAsString("sid")))
                .param("now", Timestamp.from(now))
                .update();
    }

    private static @Nullable String sid(@Nullable String sid) {
        return sid == null || sid.length() > LONGEST ? null : sid;
    }

    /** Whether nobody ended the session: neither the provider nor whoever ended the link. */
    boolean stand(String session) {
        return jdbc.sql("select count(*) from provider_session where session_id = :session")
                        .param("session", session)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public @Nullable OidcSessionInformation removeSessionInformation(String session) {
        jdbc.sql("delete from provider_session where session_id = :session")
                .param("session", session)
                .update();
        return null;
    }

    /** Ends one sign-in of the provider, or all of a person where it names none. */
    @Override
    @Transactional
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
        end(token.getClaimAsString("iss"), token.getSubject(), token.getSessionId());
        return List.of();
    }

    /** Ends those of a provider that are of this person and of this sign-in, as far as they are named. */
    @Transactional
    void end(@Nullable String issuer, @Nullable String subject, @Nullable String sid) {
        List<String> ended = jdbc.sql(
                        """
                        select session_id from provider_session where issuer = :issuer
                        and (cast(:sid as varchar) is null or sid = :sid)
                        and (cast(:subject as varchar) is null or subject = :subject)""")
                .param("issuer", issuer)
                .param("sid", sid)
                .param("subject", subject)
                .query(String.class)
                .list();
        if (!ended.isEmpty()) {
            jdbc.sql("delete from spring_session where session_id in (:ended)")
                    .param("ended", ended)
                    .update();
            jdbc.sql("delete from provider_session where session_id in (:ended)")
                    .param("ended", ended)
                    .update();
        }
    }
}
