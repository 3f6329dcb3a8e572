package gm.sharing.workflow.model;

import gm.sharing.code.CodeTable;
import gm.sharing.code.Codes;
import gm.sharing.code.CodesInForce;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.table.CodeRows;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of codes in the versions that were deployed last. Each version is read once; which is the last is asked anew. */
@Component
class DeployedCodes implements CodesInForce {

    private static final String LATEST =
            """
            select id_, key_, deployment_id_, resource_name_ from act_re_decision_def latest
            where tenant_id_ is null and version_ = (
                select max(version_) from act_re_decision_def version
                where version.key_ = latest.key_ and version.tenant_id_ is null)""";

    private final JdbcClient jdbc;
    private final Map<String, Optional<CodeTable>> byDefinition = new ConcurrentHashMap<>();

    DeployedCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Definition(String id, String key, String deployment, String resource) {}

    @Override
    public Codes now() {
        Map<String, CodeTable> tables = new HashMap<>();
        jdbc.sql(LATEST)
                .query((row, number) ->
                        new Definition(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list()
                .forEach(definition -> byDefinition
                        .computeIfAbsent(definition.id(), id -> read(definition))
                        .ifPresent(table -> tables.put(definition.key(), table)));
        return new Codes(tables);
    }

    private Optional<CodeTable> read(Definition definition) {
        return jdbc.sql("select bytes_ from act_ge_bytearray where deployment_id_ = ? and name_ = ?")
                .params(definition.deployment(), definition.resource())
                .query((row, number) -> row.getBytes(1))
                .optional()
                .flatMap(content -> codes(new ModelFile(definition.resource(), content)));
    }

    /** What is stored may be broken, which the inspection of models says; others are not to suffer from it. */
    private static Optional<CodeTable> codes(ModelFile file) {
        try {
            return CodeRows.of(file);
        } catch (ModelException unreadable) {
            return Optional.empty();
        }
    }
}
