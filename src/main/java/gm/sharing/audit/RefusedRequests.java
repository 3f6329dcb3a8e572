package gm.sharing.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Records what people asked for that is not theirs, once a minute and person: whoever tries everything is seen, and fills no database. */
@Component
public class RefusedRequests {

    private static final long ONE_MINUTE = Duration.ofMinutes(1).toNanos();

    private final SecurityTrail trail;
    private final Map<String, Long> recorded = new ConcurrentHashMap<>();

    RefusedRequests(SecurityTrail trail) {
        this.trail = trail;
    }

    /**
     * Records one request of somebody who signed in.
     *
     * @param person the account's id
     * @param type as in {@link SecurityTrail#record}
     */
    public void record(String person, String type, HttpServletRequest request) {
        long minute = System.nanoTime() / ONE_MINUTE;
        Long before = recorded.put(type + " " + person, minute);
        if (before == null || before != minute) {
            trail.recordRefusal(
                    person,
                    type,
                    request.getMethod() + " " + request.getRequestURI() + " is not among what this person may ask.");
        }
    }
}
