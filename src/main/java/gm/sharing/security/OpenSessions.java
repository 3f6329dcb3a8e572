package gm.sharing.security;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Ends sign-ins on all nodes, in the transaction of what ends them. */
@Component
public class OpenSessions {

    private final JdbcClient jdbc;

    OpenSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ends all sign-ins of somebody but the one of the request at hand: nobody is thrown out by what they do themselves. */
    public void endOthers(String person) {
        String own = own();
        jdbc.sql("delete from spring_session where principal_name = :person and session_id <> :own")
                .param("person", person)
                .param("own", own == null ? "none" : own)
                .update();
    }

    private static @Nullable String own() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpSession session = attributes.getRequest().getSession(false);
            return session == null ? null : session.getId();
        }
        return null;
    }
}
