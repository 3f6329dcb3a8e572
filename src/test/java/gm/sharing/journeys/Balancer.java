package gm.sharing.journeys;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Drives journeys by whichever node answers, as people do behind a load balancer: each request goes to the next node, and
 * whoever gets no answer looks whether it was done and tries again.
 */
final class Balancer {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final List<RestDriver> nodes;
    private final JdbcClient database;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    Balancer(List<RestDriver> nodes, JdbcClient database) {
        this.nodes = nodes;
        this.database = database;
    }

    /** How often somebody got no answer, or one that was of no use, and tried again. */
    int unanswered() {
        return unanswered.get();
    }

    /** Starts a project under a title that no other has, and returns its reference. */
    String start(String person, Map<String, Object> proposal) {
        return await().dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .pollInterval(PAUSE)
                .pollDelay(Duration.ZERO)
                .until(() -> started(person, proposal), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> started(String person, Map<String, Object> proposal) {
        try {
            var known = database.sql("select reference from project where title = ?")
                    .param(proposal.get("title"))
                    .query(String.class)
                    .optional();
            return known.isPresent() ? known : Optional.of(next().start(person, proposal));
        } catch (DataAccessException | IllegalStateException noAnswer) {
            unanswered.incrementAndGet();
            return Optional.empty();
        }
    }

    /** Completes the person's one such task of the project as soon as it is there. */
    void complete(String reference, String taskKey, String person, Map<String, Object> answers) {
        var task = await().dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .pollInterval(PAUSE)
                .pollDelay(Duration.ZERO)
                .until(() -> task(reference, taskKey, person), Optional::isPresent)
                .orElseThrow();
        await().dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .pollInterval(PAUSE)
                .pollDelay(Duration.ZERO)
                .until(() -> completed(task, person, answers));
    }

    private Optional<String> task(String reference, String taskKey, String person) {
        try {
            var tasks = next().tasks(reference, taskKey, person);
            return tasks.size() == 1 && tasks.isArray()
                    ? Optional.of(tasks.get(0).path("id").asText())
                    : Optional.empty();
        } catch (IllegalStateException noAnswer) {
            unanswered.incrementAndGet();
            return Optional.empty();
        }
    }

    private boolean completed(String task, String person, Map<String, Object> answers) {
        try {
            if (next().submit(task, person, answers).statusCode() == 204) {
                return true;
            }
            unanswered.incrementAndGet();
            return isDone(task);
        } catch (DataAccessException | IllegalStateException noAnswer) {
            unanswered.incrementAndGet();
            return false;
        }
    }

    private boolean isDone(String task) {
        return database.sql("select count(*) from act_ru_task where id_ = ?")
                        .param(task)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private RestDriver next() {
        return nodes.get(requests.getAndIncrement() % nodes.size());
    }
}
