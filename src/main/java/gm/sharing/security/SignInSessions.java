package gm.sharing.security;

import gm.sharing.database.WhichDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ConfigurableObjectInputStream;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Keeps who is signed in in the database, so that every node of the application knows it. What cannot be read, because
 * another release wrote it, is as if it were not there: its person signs in again.
 */
@Component
class SignInSessions implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {

    private static final Logger LOG = LoggerFactory.getLogger(SignInSessions.class);

    /** Nothing else is ever made of what is stored, whoever wrote it there. */
    private static final ObjectInputFilter WHAT_SESSIONS_HOLD = ObjectInputFilter.Config.createFilter(String.join(
            ";",
            "java.base/*",
            "org.springframework.security.**",
            "org.springframework.util.*",
            "org.springframework.web.servlet.FlashMap",
            "org.camunda.bpm.webapp.impl.security.auth.*",
            "!*"));

    /** Tasklist asks for several things at once; each of these requests may be the first to keep something. */
    private static final String FIRST_OR_NOT_ON_H2 =
            """
            merge into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
            key (session_primary_id, attribute_name) values (?, ?, ?)""";

    /** What is older is as if it were not there; its row goes when nobody has used it for some time. */
    private static final String STANDING_SESSION =
            """
            select s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
              sa.attribute_name, sa.attribute_bytes
            from %%TABLE_NAME%% s left join %%TABLE_NAME%%_attributes sa on s.primary_id = sa.session_primary_id
            where s.session_id = ? and s.creation_time > (extract(epoch from current_timestamp) - %d) * 1000""";

    private final DataSource database;
    private final Duration longest;

    /**
     * @param longest after which time people sign in again, however busy they were
     */
    SignInSessions(DataSource database, @Value("${sharing.sign-in.longest-session:12h}") Duration longest) {
        this.database = database;
        this.longest = longest;
    }

    @Override
    public void customize(JdbcIndexedSessionRepository sessions) {
        sessions.setConversionService(serialization());
        sessions.setSessionIdGenerator(RandomTokens::next);
        sessions.setGetSessionQuery(STANDING_SESSION.formatted(longest.toSeconds()));
        switch (WhichDatabase.of(database)) {
            case POSTGRESQL -> new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
            case H2 -> sessions.setCreateSessionAttributeQuery(FIRST_OR_NOT_ON_H2);
            default -> throw new IllegalStateException("Sessions are kept in PostgreSQL or H2");
        }
    }

    private static ConversionService serialization() {
        GenericConversionService serialization = new GenericConversionService();
        serialization.addConverter(Object.class, byte[].class, new SerializingConverter());
        serialization.addConverter(byte[].class, Object.class, SignInSessions::read);
        return serialization;
    }

    static @Nullable Object read(byte[] stored) {
        try (ObjectInputStream content = new ConfigurableObjectInputStream(
                new ByteArrayInputStream(stored), SignInSessions.class.getClassLoader())) {
            content.setObjectInputFilter(WHAT_SESSIONS_HOLD);
            return content.readObject();
        } catch (IOException | ClassNotFoundException e) {
            LOG.info(
                    "Part of a session cannot be read and is passed over ({})",
                    e.getClass().getSimpleName());
            return null;
        }
    }
}
