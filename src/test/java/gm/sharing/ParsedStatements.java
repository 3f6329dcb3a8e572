package gm.sharing;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.managed.ManagedTransactionFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/**
 * The engine's own statements as the first application of a virtual machine parsed them, for the others: parsing them took a
 * fifth of a start, and a run of all tests starts a hundred applications. Each has its own database and sessions.
 */
final class ParsedStatements extends AbstractProcessEnginePlugin {

    private static final Map<String, Configuration> PARSED = new ConcurrentHashMap<>();

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var parsed = PARSED.get(kind(engine));
        if (parsed != null) {
            var own = new Configuration(
                    new Environment("default", new ManagedTransactionFactory(), engine.getDataSource()));
            own.setDefaultExecutorType(parsed.getDefaultExecutorType());
            // Each stands there under its short name, too, or in its place that the short name has several meanings.
            Collection<?> statements = parsed.getMappedStatements();
            statements.stream()
                    .filter(MappedStatement.class::isInstance)
                    .map(MappedStatement.class::cast)
                    .distinct()
                    .forEach(own::addMappedStatement);
            engine.setSqlSessionFactory(new DefaultSqlSessionFactory(own));
        }
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine built) {
        var engine = (ProcessEngineConfigurationImpl) built.getProcessEngineConfiguration();
        PARSED.putIfAbsent(kind(engine), engine.getSqlSessionFactory().getConfiguration());
    }

    private static String kind(ProcessEngineConfigurationImpl engine) {
        try (var connection = engine.getDataSource().getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
