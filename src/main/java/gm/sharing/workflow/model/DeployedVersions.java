package gm.sharing.workflow.model;

import gm.sharing.insight.ModelVersions;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of processes with their days, read from the tables: the engine would be asked for each deployment. */
@Repository
class DeployedVersions implements ModelVersions {

    private final JdbcClient jdbc;

    DeployedVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Version> all() {
        return jdbc.sql(
                        """
                        select m.key_, m.version_, m.name_, d.deploy_time_
                        from act_re_procdef m join act_re_deployment d on d.id_ = m.deployment_id_
                        where m.tenant_id_ is null
                        order by d.deploy_time_ desc, m.key_, m.version_ desc""")
                .query((row, number) -> new Version(
                        row.getString(1),
                        row.getInt(2),
                        Objects.requireNonNullElse(row.getString(3), row.getString(1)),
                        row.getTimestamp(4).toInstant()))
                .list();
    }
}
