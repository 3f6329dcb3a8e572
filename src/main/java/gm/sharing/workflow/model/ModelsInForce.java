package gm.sharing.workflow.model;

import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Surroundings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;
import org.springframework.util.ConcurrentReferenceHashMap;

/** The files of everything that the engine runs now. To be used inside the command that gives it. */
record ModelsInForce(CommandContext context, Map<String, Optional<ModelFile>> read) implements Surroundings {

    /**
     * Every check looks at everything in force, and reading it took half of a check's time. What is kept is what the file
     * holds, never what is in force: a file with another content is another file. Given up when memory is short.
     */
    private static final Map<String, ModelFile> READABLE = new ConcurrentReferenceHashMap<>();

    ModelsInForce(CommandContext context) {
        this(context, new HashMap<>());
    }

    /** Each file is read once, because many rules look at it. */
    @Override
    public Optional<ModelFile> find(ModelFile.Kind kind, String key) {
        return read.computeIfAbsent(
                kind + " " + key, unread -> Optional.ofNullable(LatestModels.definition(kind, key, context))
                        .flatMap(this::file));
    }

    @Override
    public Stream<ModelFile> all(ModelFile.Kind kind) {
        return keys(kind).distinct().flatMap(key -> find(kind, key).stream());
    }

    /** Read from the tables: the engine's own query reads every file, and fails for all when one of them is broken. */
    private Stream<String> keys(ModelFile.Kind kind) {
        return switch (kind) {
            case BPMN -> keysIn("act_re_procdef");
            case DMN -> keysIn("act_re_decision_def");
            case FORM -> keysIn("act_re_camformdef");
            case CMMN, OTHER -> Stream.empty();
        };
    }

    private Stream<String> keysIn(String table) {
        List<String> keys = new ArrayList<>();
        Connection connection = context.getDbSqlSession().getSqlSession().getConnection();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select distinct key_ from " + table + " where tenant_id_ is null order by key_")) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The definitions in " + table + " cannot be read", e);
        }
        return keys.stream();
    }

    /** What is stored and cannot be read is told elsewhere, and keeps nobody from deploying something else. */
    private static boolean isReadable(ModelFile file) {
        try {
            switch (file.kind()) {
                case BPMN -> file.bpmn();
                case DMN -> file.dmn();
                case FORM -> file.form();
                case CMMN, OTHER -> file.keys();
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Empty when the definition is there and its file is gone or broken. */
    private Optional<ModelFile> file(ResourceDefinitionEntity<?> definition) {
        return Optional.ofNullable(LatestModels.content(definition, context))
                .flatMap(content -> readable(definition, content));
    }

    private static Optional<ModelFile> readable(ResourceDefinitionEntity<?> definition, byte[] content) {
        ModelFile before = READABLE.get(definition.getId());
        if (before != null && before.sameContent(content)) {
            return Optional.of(before);
        }
        Optional<ModelFile> file = Optional.of(new ModelFile(definition.getResourceName(), content))
                .filter(ModelsInForce::isReadable);
        file.ifPresent(readable -> READABLE.put(definition.getId(), readable));
        return file;
    }
}
