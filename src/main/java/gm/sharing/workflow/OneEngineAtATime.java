package gm.sharing.workflow;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * Lets copies of the application that start at the same moment on an empty database make the engine's tables one after the
 * other. The engine has a lock of its own for that, but keeps it in the tables that are to be made.
 */
@Component
@DependsOnDatabaseInitialization
class OneEngineAtATime extends AbstractProcessEnginePlugin {

    private final DataSource database;

    private @Nullable Connection lock;

    OneEngineAtATime(DataSource database) {
        this.database = database;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        try {
            Connection connection = database.getConnection();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select id from engine_start where id = 1 for update");
            }
            lock = connection;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot lock the start of the engine", e);
        }
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        Connection connection = lock;
        if (connection == null) {
            throw new IllegalStateException("The engine was built without its lock");
        }
        try (connection) {
            EngineIndexes.makeIn(connection);
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot finish the start of the engine", e);
        }
        lock = null;
    }
}
