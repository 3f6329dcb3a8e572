package gm.sharing.workflow.model;

import gm.sharing.workflow.gate.ModelFile;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The packaged files that this start left out, because a process owner's version is in force. */
@Component
class SkippedModels {

    private static final Logger LOG = LoggerFactory.getLogger(SkippedModels.class);

    private final DeployedFiles deployments;
    private final List<Skipped> skipped = new CopyOnWriteArrayList<>();

    SkippedModels(DeployedFiles deployments) {
        this.deployments = deployments;
    }

    /**
     * A packaged file that is not in force.
     *
     * @param key of what stays in force
     * @param digest of the packaged file
     * @param origin whose version stays in force, in words
     */
    record Skipped(String file, String key, String digest, int version, String origin) {}

    /** A preparation that begins again begins with none. */
    void forget() {
        skipped.clear();
    }

    void add(ModelFile file, LatestModels.Latest latest) {
        String origin = origin(latest);
        LOG.warn(
                "{} is not deployed: version {} of {} {} and stays in force."
                        + " To replace it by the packaged one, start once with sharing.models.force={}",
                file.name(),
                latest.version(),
                latest.key(),
                origin,
                latest.key());
        skipped.add(
                new Skipped(file.name(), latest.key(), ShippedContents.digest(file.bytes()), latest.version(), origin));
    }

    List<Skipped> all() {
        return List.copyOf(skipped);
    }

    private String origin(LatestModels.Latest latest) {
        String from = latest.source() == null ? "elsewhere" : latest.source();
        return deployments
                .find(latest.deployment(), latest.file())
                .map(deployed -> "was deployed by %s from %s on %s"
                        .formatted(deployed.who(), from, deployed.at().toLocalDate()))
                .orElseGet(() -> "came from %s on %s".formatted(from, latest.deployed()));
    }
}
