package gm.sharing.workflow.model;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Follows {@code sharing.models.force} once for each packaged content, so that a setting which somebody forgot to take away
 * does not undo what a process owner deploys later.
 */
@Repository
class ForcedModels {

    private static final Logger LOG = LoggerFactory.getLogger(ForcedModels.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    ForcedModels(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the setting is to be followed now; it then counts as followed, in the caller's transaction. */
    boolean followsNow(String key, String digest) {
        Optional<OffsetDateTime> followed = jdbc.sql(
                        "select forced_at from forced_model where model_key = ? and digest = ?")
                .params(key, digest)
                .query(OffsetDateTime.class)
                .optional();
        if (followed.isPresent()) {
            LOG.warn(
                    "sharing.models.force={} was followed on {} for this version and is not followed again: take it out"
                            + " of the configuration. To go back to the packaged file now, deploy it from Camunda Modeler",
                    key,
                    followed.get().toLocalDate());
            return false;
        }
        jdbc.sql("insert into forced_model (model_key, digest, forced_at) values (?, ?, ?)")
                .params(key, digest, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return true;
    }
}
