package gm.sharing.workflow.handbook;

import gm.sharing.handbook.FormInShort;
import gm.sharing.workflow.form.HandbookForms;
import gm.sharing.workflow.gate.table.Remembered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The processes, tables and forms that are deployed now. One statement says which they are; each version is read once, from what the
 * engine itself keeps of it.
 */
@Component
class InForce {

    private static final Logger LOG = LoggerFactory.getLogger(InForce.class);

    /** The engine's own query reads every file, and fails for all when one of them is broken. */
    private static final String LATEST =
            """
            select latest.id_, latest.key_, 'process' from act_re_procdef latest
            where latest.tenant_id_ is null and latest.suspension_state_ = 1 and latest.version_ = (
                select max(one.version_) from act_re_procdef one
                where one.key_ = latest.key_ and one.tenant_id_ is null)
            union all
            select latest.id_, latest.key_, 'table' from act_re_decision_def latest
            where latest.tenant_id_ is null and latest.version_ = (
                select max(one.version_) from act_re_decision_def one
                where one.key_ = latest.key_ and one.tenant_id_ is null)
            union all
            select latest.id_, latest.key_, 'form' from act_re_camformdef latest
            where latest.tenant_id_ is null and latest.version_ = (
                select max(one.version_) from act_re_camformdef one
                where one.key_ = latest.key_ and one.tenant_id_ is null)""";

    private static final int MOST_READ = 500;

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final Remembered<String, Optional<ReadModel>> models = new Remembered<>(MOST_READ);
    private final Remembered<String, Optional<ReadTable>> tables = new Remembered<>(MOST_READ);
    private final Remembered<String, Optional<FormInShort>> forms = new Remembered<>(MOST_READ);
    private final HandbookForms reader;

    InForce(JdbcClient jdbc, RepositoryService repository, HandbookForms reader) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.reader = reader;
    }

    private record Definition(String id, String key, String kind) {}

    /** As they are at this moment. */
    Book read() {
        Map<String, List<Definition>> latest = jdbc
                .sql(LATEST)
                .query((row, number) -> new Definition(
                        row.getString(1), row.getString(2), row.getString(3).strip()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Definition::kind));
        return new Book(
                List.copyOf(each(latest.get("process"), models, this::model).values()),
                each(latest.get("table"), tables, this::table),
                each(latest.get("form"), forms, form -> reader.inShort(form.id())));
    }

    private ReadModel model(Definition process) {
        return ReadModel.of(repository.getBpmnModelInstance(process.id()), process.key());
    }

    private ReadTable table(Definition table) {
        return ReadTable.of(repository.getDmnModelInstance(table.id()), table.key());
    }

    private static <T> Map<String, T> each(
            @Nullable List<Definition> latest, Remembered<String, Optional<T>> known, Function<Definition, T> reading) {
        Map<String, T> read = new HashMap<>();
        for (Definition one : latest == null ? List.<Definition>of() : latest) {
            known.of(one.id(), id -> read(one, reading)).ifPresent(it -> read.put(one.key(), it));
        }
        return read;
    }

    /** What is stored may be broken, which the inspection of models says; the others are to be read all the same. */
    private static <T> Optional<T> read(Definition definition, Function<Definition, T> reading) {
        try {
            return Optional.of(reading.apply(definition));
        } catch (RuntimeException e) {
            LOG.warn("{} is broken", definition.id(), e);
            return Optional.empty();
        }
    }
}
