package gm.sharing.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Many journeys out of one: copies every row that a journey has left in a database that holds no other, with ids, reference
 * and organisations of its own. Copies do not differ in what was written, so their long texts are stored only once.
 */
final class Copies {

    /** Engine's tables of what journeys do and did; those of what can be done, and of people, hold no rows of journeys. */
    private static final String TABLES_OF_JOURNEYS =
            """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE'
              and (table_name like 'act_ru_%' or table_name like 'act_hi_%' or table_name like 'project%'
                or table_name like 'sign_off%' or table_name like 'dpia%' or table_name in ('event', 'notice', 'agreement_version'))
              and table_name not in ('act_ru_filter', 'act_ru_jobdef', 'act_ru_meter_log', 'act_hi_op_log')
            """;

    /** What belongs to models, and long texts. */
    private static final Set<String> KEPT =
            Set.of("proc_def_id_", "job_def_id_", "deployment_id_", "bytearray_id_", "exception_stack_id_");

    private static final String UUID_OF_THE_ENGINE = "([0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[0-9a-f]{4})-[0-9a-f]{12}";
    private static final String ORGANISATION = "(partner[0-9][0-9]|manchester)";

    private final String url;
    private final String reference;

    /** @param reference of the journey that is copied */
    Copies(String url, String reference) {
        this.url = url;
        this.reference = reference;
    }

    /**
     * Adds copies. Those whose number can be divided by the number of circles take place among the organisations of the
     * original; each other circle has organisations of its own, so that every officer has as many tasks whatever the number
     * of journeys.
     */
    void add(int from, int to, int circles) {
        try (var connection = DriverManager.getConnection(url, Server.USER, "")) {
            execute(connection, "set synchronous_commit = off");
            // Rows come in the order of tables' names, not of their references.
            execute(connection, "set session_replication_role = replica");
            execute(connection, "set maintenance_work_mem = '512MB'");
            for (var table : column(connection, TABLES_OF_JOURNEYS)) {
                copy(connection, table, from, to, circles);
            }
            execute(connection, "vacuum analyze");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void copy(Connection connection, String table, int from, int to, int circles) throws SQLException {
        var template = "template_of_" + table;
        if (column(connection, "select table_name from information_schema.tables where table_name = '" + template + "'")
                .isEmpty()) {
            makeTemplate(connection, table, template);
        }
        var indexes = column(
                connection,
                """
                select indexdef from pg_indexes i where tablename = '%s' and not exists (
                  select 1 from pg_constraint c where c.conname = i.indexname)"""
                        .formatted(table));
        for (var index : column(
                connection,
                """
                select indexname from pg_indexes i where tablename = '%s' and not exists (
                  select 1 from pg_constraint c where c.conname = i.indexname)"""
                        .formatted(table))) {
            execute(connection, "drop index " + index);
        }
        var values = columns(connection, table).stream()
                .map(column -> value(column, table))
                .collect(Collectors.joining(", "));
        execute(
                connection,
                "insert into %s (%s) select %s from %s t cross join generate_series(%d, %d) n"
                        .formatted(
                                table,
                                columns(connection, table).stream()
                                        .map(Column::name)
                                        .collect(Collectors.joining(", ")),
                                values.replace(":circles", Integer.toString(circles)),
                                template,
                                from,
                                to));
        for (var index : indexes) {
            execute(connection, index);
        }
    }

    /** The original's rows, with marks in place of what a copy has of its own. */
    private void makeTemplate(Connection connection, String table, String template) throws SQLException {
        List<String> values = new ArrayList<>();
        for (var column : columns(connection, table)) {
            values.add(
                    column.isText() && !KEPT.contains(column.name())
                            ? """
                            regexp_replace(regexp_replace(replace(%1$s, '%2$s', '~R~'), '%3$s', '\\1-~N~', 'g'), '%4$s', '\\1~C~', 'g') as %1$s"""
                                    .formatted(column.name(), reference, UUID_OF_THE_ENGINE, ORGANISATION)
                            : column.name());
        }
        var journeysOnly = table.equals("act_ru_authorization")
                ? " where resource_type_ in (7, 8) and resource_id_ like '%-%-%-%-%'"
                : "";
        execute(
                connection,
                "create table %s as select %s from %s%s"
                        .formatted(template, String.join(", ", values), table, journeysOnly));
    }

    private static String value(Column column, String table) {
        if (column.isText() && !KEPT.contains(column.name())) {
            return """
                    case when t.%1$s like '%%~%%' then replace(replace(replace(t.%1$s,
                      '~R~', 'SJ-2027-' || lpad(n::text, 6, '0')),
                      '~N~', lpad(n::text, 12, '0')),
                      '~C~', case when n %% :circles = 0 then '' else 'x' || n %% :circles end) else t.%1$s end"""
                    .formatted(column.name());
        }
        var ours = !table.startsWith("act_");
        return ours && column.name().equals("id")
                        || column.name().equals("sign_off")
                        || column.name().equals("version_id")
                ? "t." + column.name() + " + n * 1000::bigint"
                : "t." + column.name();
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
            return type.toLowerCase(Locale.ROOT).contains("char") || type.equals("text");
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
