package gm.sharing.workflow.model;

import gm.sharing.fault.Fault;
import gm.sharing.fault.FaultKind;
import gm.sharing.fault.Faults;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.table.Remembered;
import gm.sharing.workflow.gate.table.RememberedCells;
import gm.sharing.workflow.gate.table.TableRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decision tables that are asked row by row, in a version that can be named. They are read on the application's own account: whoever
 * opens a form needs no permission on them. Each version is read once; which is the last is asked anew.
 */
@Component
public class TablesByRow {

    private static final String VERSIONS =
            """
            select def.id_, def.key_, def.version_, def.version_tag_, deployment.deploy_time_,
              def.deployment_id_, def.resource_name_
            from act_re_decision_def def join act_re_deployment deployment on deployment.id_ = def.deployment_id_
            where def.tenant_id_ is null\s""";

    private static final String OF_ONE = VERSIONS + "and def.key_ = ? order by def.version_";

    private static final String LATEST = VERSIONS
            + """
                    and def.key_ like ? and def.version_ = (
                        select max(version.version_) from act_re_decision_def version
                        where version.key_ = def.key_ and version.tenant_id_ is null)""";

    private static final int MOST_READ = 200;

    private final JdbcClient jdbc;
    private final Faults faults;
    private final Clock clock;
    private final RememberedCells cells = new RememberedCells();
    private final Remembered<String, TableRows> byDefinition = new Remembered<>(MOST_READ);

    TablesByRow(JdbcClient jdbc, Faults faults, Clock clock) {
        this.jdbc = jdbc;
        this.faults = faults;
        this.clock = clock;
    }

    /**
     * A version of a table that was deployed.
     *
     * @param number counted by the engine from 1
     * @param tag as its owner writes it
     */
    public record Version(
            String definition,
            String table,
            int number,
            @Nullable String tag,
            Instant deployedAt,
            String deployment,
            String resource) {}

    /** By id, the version that was deployed last of each table whose id begins so: one statement. */
    public Map<String, Version> latest(String beginning) {
        return jdbc.sql(LATEST).param(beginning + "%").query(TablesByRow::version).list().stream()
                .collect(Collectors.toMap(Version::table, Function.identity()));
    }

    /**
     * The version of this number, if it was in force at that moment or later.
     *
     * @param since whoever was shown something was shown it after this
     */
    public Optional<Version> inForce(String table, int number, Instant since) {
        List<Version> all =
                jdbc.sql(OF_ONE).param(table).query(TablesByRow::version).list();
        return IntStream.range(0, all.size())
                .filter(i -> i == all.size() - 1 || !all.get(i + 1).deployedAt().isBefore(since))
                .mapToObj(all::get)
                .filter(version -> version.number() == number)
                .findFirst();
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getString(6),
                row.getString(7));
    }

    /**
     * Its rows.
     *
     * @throws RuntimeException when what is stored cannot be read as a table within the gate's limits
     */
    public TableRows rows(Version version) {
        return byDefinition.of(
                version.definition(),
                id -> TableRows.of(
                        new ModelFile(
                                version.resource(),
                                jdbc.sql("select bytes_ from act_ge_bytearray where deployment_id_ = ? and name_ = ?")
                                        .params(version.deployment(), version.resource())
                                        .query((row, number) -> row.getBytes(1))
                                        .single()),
                        cells));
    }

    /** It can be asked: what was said of it before is settled. */
    public void couldBeAsked(Version version) {
        faults.settle(about(version));
    }

    private static String about(Version version) {
        return "table:" + version.table();
    }

    /** Tells process owners once that it cannot be asked, in the caller's transaction. */
    public void cannotBeAsked(Version version, String cause, String nextStep) {
        faults.report(new Fault(
                about(version),
                FaultKind.MODEL,
                "",
                version.resource(),
                cause,
                nextStep,
                clock.instant(),
                Fault.Tell.AT_ONCE));
    }
}
