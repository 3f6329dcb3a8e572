package gm.sharing.workflow.model;

import gm.sharing.audit.SecurityTrail;
import gm.sharing.fault.DeploymentRecord;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who deployed what, because the engine keeps nobody's name on a deployment. */
@Repository
class DeployedFiles implements DeploymentRecord {

    /** Who deployed what came with the application. */
    static final String SYSTEM = "system";

    private final JdbcClient jdbc;
    private final ShippedContents shipped;
    private final SecurityTrail trail;
    private final Clock clock;

    DeployedFiles(JdbcClient jdbc, ShippedContents shipped, SecurityTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.shipped = shipped;
        this.trail = trail;
        this.clock = clock;
    }

    /** Writes the files down in the engine's transaction. */
    void record(DeploymentEntity deployment, @Nullable String who) {
        Date at = deployment.getDeploymentTime();
        if (who != null) {
            trail.record(who, "model.deployed", inWords(deployment));
        }
        for (ResourceEntity file : deployment.getResources().values()) {
            String digest = ShippedContents.digest(file.getBytes());
            jdbc.sql(
                            """
                            insert into deployed_file (deployment_id, deployed_at, who, source, name, file, digest, shipped)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            deployment.getId(),
                            (at == null ? clock.instant() : at.toInstant()).atOffset(ZoneOffset.UTC),
                            who == null ? SYSTEM : who,
                            deployment.getSource(),
                            deployment.getName(),
                            file.getName(),
                            digest,
                            shipped.contains(digest))
                    .update();
        }
    }

    @Override
    public List<Deployment> latest() {
        return jdbc.sql(
                        """
                        select deployed_at, who, file, source, name, digest, shipped from deployed_file
                        where who <> ? order by id desc fetch first 50 rows only""")
                .param(SYSTEM)
                .query((row, number) -> new Deployment(
                        row.getObject("deployed_at", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        row.getString("file"),
                        from(row.getString("source"), row.getString("name")),
                        row.getString("digest"),
                        row.getBoolean("shipped")))
                .list();
    }

    private static String from(@Nullable String source, @Nullable String name) {
        return (source == null ? "Not said" : source) + (name == null ? "" : ", as “" + name + "”");
    }

    /** Who deployed a file, and when; empty for deployments of the time before this was kept. */
    Optional<Deployed> find(String deployment, String file) {
        return jdbc.sql("select who, deployed_at from deployed_file where deployment_id = ? and file = ?")
                .params(deployment, file)
                .query((row, number) ->
                        new Deployed(row.getString("who"), row.getObject("deployed_at", OffsetDateTime.class)))
                .optional();
    }

    private static String inWords(DeploymentEntity deployment) {
        return deployment.getResources().values().stream()
                .map(file -> file.getName() + " (SHA-256 " + ShippedContents.digest(file.getBytes()) + ")")
                .collect(Collectors.joining(
                        ", ",
                        "Deployed as “" + deployment.getName() + "” from “" + deployment.getSource() + "”: ",
                        "."));
    }

    /** A deployment of one file. */
    record Deployed(String who, OffsetDateTime at) {}
}
