package gm.sharing.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many journeys out of a few: copies every row that journeys have left in a database, with ids, references and organisations
 * of its own. Copies do not differ in what was written, so the engine's long texts are stored only once, and documents are
 * cut short.
 */
final class Copies {

    /** What can be done, who may do it and what the server does: the same however many journeys there are. */
    private static final String TABLES_WITHOUT_JOURNEYS =
            """
            select table_name from information_schema.tables where table_name in ('organisation_member', 'engine_start',
              'scheduled_tasks', 'spring_session', 'spring_session_attributes', 'flyway_schema_history', 'act_ru_filter',
              'act_ru_jobdef', 'act_ru_meter_log', 'act_hi_op_log', 'security_event', 'deployed_file')
              or table_name like 'act_ge_%' or table_name like 'act_id_%' or table_name like 'act_re_%'
              or table_name like 'template_of_%'""";

    private static final String ORGANISATIONS = "organisation";
    private static final String ORGANISATION = "(partner[0-9][0-9]|manchester)";

    private static final Map<String, String> ROWS_OF_JOURNEYS = Map.of(
            "act_ru_authorization",
            "resource_type_ in (7, 8) and resource_id_ like '%-%-%-%-%'",
            "act_ru_event_subscr",
            "proc_inst_id_ is not null",
            "act_ru_job",
            "process_instance_id_ is not null",
            ORGANISATIONS,
            "code ~ '^" + ORGANISATION + "$'");

    /** What belongs to models, and long texts. */
    private static final Set<String> KEPT =
            Set.of("proc_def_id_", "job_def_id_", "deployment_id_", "bytearray_id_", "exception_stack_id_");

    private static final String REFERENCE = "(SJ-[0-9]{4}-)000([0-9])(?![0-9])";
    private static final String UUID_OF_THE_ENGINE = "([0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[0-9a-f]{4})-[0-9a-f]{12}";

    /** Stand in templates where a copy has something of its own, and what it has there. */
    private static final Map<String, String> MARKS =
            Map.of("~R~", "journey.number", "~N~", "journey.node", "~C~", "journey.circle");

    private static final int JOURNEYS_AT_ONCE = 2_000;
    private static final int CONNECTIONS = 4;

    private final String url;

    Copies(String url) {
        this.url = url;
    }

    /**
     * Adds as many copies of each journey that was in the database before there were copies. They take place in circles
     * of organisations, one after the other. The first circle of all is that of the originals; each other has organisations
     * of its own, so that every officer has as many tasks whatever the number of journeys.
     */
    void add(int from, int to, int firstCircle, int circles) {
        try (var connection = connect()) {
            var others = Math.max(firstCircle, 1);
            var organisations =
                    "select 0 as id, '' as number, '' as node, 'x' || circle as circle from generate_series(%d, %d) circle"
                            .formatted(others, firstCircle + circles - 1);
            List<Table> tables = new ArrayList<>();
            for (var table : tablesOfJourneys(connection)) {
                table(connection, table).ifPresent(tables::add);
            }
            List<String> inserts = new ArrayList<>();
            for (int first = from; first <= to; first += JOURNEYS_AT_ONCE) {
                var journeys = journeys(first, Math.min(to, first + JOURNEYS_AT_ONCE - 1), firstCircle, circles);
                tables.stream()
                        .filter(table -> !table.name().equals(ORGANISATIONS))
                        .forEach(table -> inserts.add(table.insert(journeys)));
            }
            tables.stream()
                    .filter(table -> table.name().equals(ORGANISATIONS))
                    .forEach(table -> inserts.add(table.insert(organisations)));
            var indexes = indexes(connection, tables);
            for (var index : indexes.keySet()) {
                execute(connection, "drop index " + index);
            }
            executeAll(inserts);
            executeAll(List.copyOf(indexes.values()));
            executeAll(tables.stream()
                    .map(table -> "vacuum analyze " + table.name())
                    .toList());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String journeys(int from, int to, int firstCircle, int circles) {
        return """
            select id, lpad(id::text, 5, '0') as number, lpad(id::text, 12, '0') as node,
              case %1$d + id %% %2$d when 0 then '' else 'x' || %1$d + id %% %2$d end as circle
            from generate_series(%3$d, %4$d) id"""
                .formatted(firstCircle, circles, from, to);
    }

    /** The largest first. */
    private static List<String> tablesOfJourneys(Connection connection) throws SQLException {
        return column(
                connection,
                """
                select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
                and table_name not in (%s) order by pg_relation_size(table_name::regclass) desc"""
                        .formatted(TABLES_WITHOUT_JOURNEYS));
    }

    /** Empty when its rows belong to no journey: they hold neither a reference nor an id of the engine nor a number of a row that does. */
    private static Optional<Table> table(Connection connection, String name) throws SQLException {
        var template = "template_of_" + name;
        if (column(connection, "select 1 from information_schema.tables where table_name = '" + template + "'")
                .isEmpty()) {
            makeTemplate(connection, name, template);
        }
        var numbers = Set.copyOf(column(
                connection,
                """
                select a.attname from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                left join pg_attribute f on f.attrelid = c.confrelid and f.attnum = c.confkey[1]
                where c.conrelid = '%s'::regclass and c.contype in ('p', 'f') and array_length(c.conkey, 1) = 1
                  and a.atttypid = 'bigint'::regtype and coalesce(f.attname, a.attname) = 'id'"""
                        .formatted(name)));
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (var column : columns(connection, name)) {
            names.add(column.name());
            values.add(
                    numbers.contains(column.name())
                            ? "template.%s + journey.id * 1000::bigint".formatted(column.name())
                            : value(connection, template, column));
        }
        return numbers.isEmpty()
                        && !name.equals(ORGANISATIONS)
                        && values.stream().noneMatch(Copies::isOfOneJourney)
                ? Optional.empty()
                : Optional.of(new Table(name, String.join(", ", names), String.join(", ", values), template));
    }

    private static boolean isOfOneJourney(String value) {
        return value.contains("~R~") || value.contains("~N~");
    }

    /** The original's rows, with marks in place of what a copy has of its own. */
    private static void makeTemplate(Connection connection, String table, String template) throws SQLException {
        var values = columns(connection, table).stream()
                .map(column -> "%s as %s".formatted(marked(table, column), column.name()))
                .collect(Collectors.joining(", "));
        execute(
                connection,
                "create table %s as select %s from %s where %s"
                        .formatted(template, values, table, ROWS_OF_JOURNEYS.getOrDefault(table, "true")));
    }

    private static String marked(String table, Column column) {
        if (column.type().equals("bytea")) {
            return "substring(%s from 1 for 100)".formatted(column.name());
        }
        if (!column.isText() || KEPT.contains(column.name())) {
            return column.name();
        }
        if (table.equals(ORGANISATIONS) && column.name().equals("name")) {
            return "name || ' ~C~'";
        }
        return """
            regexp_replace(regexp_replace(regexp_replace(%s, '%s', '\\1~R~\\2', 'g'), '%s', '\\1-~N~', 'g'), '%s', '\\1~C~', 'g')"""
                .formatted(
                        column.name().equals("html") ? "left(html, 100)" : column.name(),
                        REFERENCE,
                        UUID_OF_THE_ENGINE,
                        ORGANISATION);
    }

    private static String value(Connection connection, String template, Column column) throws SQLException {
        var value = "template." + column.name();
        if (column.name().endsWith("digest")) {
            return "encode(sha256((%s || journey.id)::bytea), 'hex')".formatted(value);
        }
        if (column.isText()) {
            for (var mark : MARKS.entrySet()) {
                if (!column(
                                connection,
                                "select 1 from %s template where %s like '%%%s%%' limit 1"
                                        .formatted(template, column.name(), mark.getKey()))
                        .isEmpty()) {
                    value = "replace(%s, '%s', %s)".formatted(value, mark.getKey(), mark.getValue());
                }
            }
        }
        return value;
    }

    /** What makes each, by name; those of keys are not among them. */
    private static Map<String, String> indexes(Connection connection, List<Table> tables) throws SQLException {
        var ofTables =
                """
            from pg_indexes i where tablename in (%s)
              and not exists (select 1 from pg_constraint c where c.conname = i.indexname) order by indexname"""
                        .formatted(tables.stream()
                                .map(table -> "'" + table.name() + "'")
                                .collect(Collectors.joining(", ")));
        var names = column(connection, "select indexname " + ofTables);
        var definitions = column(connection, "select indexdef " + ofTables);
        return IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(names::get, definitions::get));
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select column_name, data_type from information_schema.columns where table_name = '%s' order by ordinal_position"
                                .formatted(table))) {
            while (rows.next()) {
                columns.add(new Column(rows.getString(1), rows.getString(2)));
            }
        }
        return columns;
    }

    private record Column(String name, String type) {

        boolean isText() {
            return type.contains("char") || type.equals("text");
        }
    }

    private record Table(String name, String columns, String values, String template) {

        String insert(String journeys) {
            return "insert into %s (%s) select %s from %s template cross join (%s) journey"
                    .formatted(name, columns, values, template, journeys);
        }
    }

    private Connection connect() throws SQLException {
        var connection = DriverManager.getConnection(url, Server.USER, "");
        execute(connection, "set synchronous_commit = off");
        // Rows come in the order of tables, not of their references.
        execute(connection, "set session_replication_role = replica");
        execute(connection, "set maintenance_work_mem = '256MB'");
        return connection;
    }

    /** Several at once, in no order. */
    private void executeAll(List<String> statements) throws SQLException {
        var connections = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (var statement : statements) {
                work.add(() -> {
                    try (var connection = connect()) {
                        execute(connection, statement);
                    }
                    return null;
                });
            }
            for (var done : connections.invokeAll(work)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new SQLException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            connections.shutdown();
        }
    }

    static List<String> column(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    static void execute(Connection connection, String statement) throws SQLException {
        try (var statements = connection.createStatement()) {
            statements.execute(statement);
        }
    }
}
