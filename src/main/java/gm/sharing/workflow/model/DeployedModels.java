package gm.sharing.workflow.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything that is deployed, read from the tables: the engine's own queries fail on what is stored in halves. */
@Repository
class DeployedModels {

    private static final String ALL =
            """
            select id_ as id, key_ as model_key, version_ as version, resource_name_ as resource_name,
              deployment_id_ as deployment, tenant_id_ as tenant from act_re_procdef
            union all
            select id_, key_, version_, resource_name_, deployment_id_, tenant_id_ from act_re_decision_def
            union all
            select id_, key_, version_, resource_name_, deployment_id_, tenant_id_ from act_re_camformdef""";

    private final JdbcClient jdbc;

    DeployedModels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A version of a process, a table or a form.
     *
     * @param tenant null as it should be
     */
    record Model(String id, String key, int version, String file, String deployment, @Nullable String tenant) {}

    List<Model> all() {
        return jdbc.sql(ALL)
                .query((row, number) -> new Model(
                        row.getString("id"),
                        String.valueOf(row.getString("model_key")),
                        row.getInt("version"),
                        String.valueOf(row.getString("resource_name")),
                        String.valueOf(row.getString("deployment")),
                        row.getString("tenant")))
                .list();
    }

    /** Of each process, table and form the version in force, in the order of their files. */
    List<Model> latest() {
        Map<String, Model> latest = all().stream()
                .filter(model -> model.tenant() == null)
                .collect(Collectors.toMap(
                        model -> model.key() + "\n" + ending(model.file()),
                        Function.identity(),
                        (one, other) -> one.version() >= other.version() ? one : other));
        return latest.values().stream()
                .sorted(Comparator.comparing(Model::file))
                .toList();
    }

    /** The stored file; null when it is gone. */
    byte @Nullable [] content(Model model) {
        return jdbc
                .sql("select bytes_ from act_ge_bytearray where deployment_id_ = ? and name_ = ?")
                .params(model.deployment(), model.file())
                .query((row, number) -> row.getBytes(1))
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static String ending(String file) {
        return file.substring(file.lastIndexOf('.') + 1);
    }
}
