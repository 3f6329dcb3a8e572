package gm.sharing.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.util.ExceptionUtil;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class FailedJobsTests {

    @Test
    void keepNoRowOfTheDatabaseWhereCockpitShowsIt() throws SQLException {
        try (var database = DriverManager.getConnection("jdbc:h2:mem:");
                var statement = database.createStatement()) {
            statement.execute("create table answer (words varchar(100) check (words not like 'CANARY%'))");
            Throwable refused = catchThrowable(() -> statement.execute("insert into answer values ('CANARY-7351')"));
            assertThat(refused).hasMessageContaining("CANARY-7351");

            var kept = FailedJobs.kept(new ProcessEngineException(
                    "### Error: " + refused, new DataIntegrityViolationException("", refused)));

            assertThat(ExceptionUtil.getExceptionStacktrace(kept))
                    .contains("SQL state 23513", "FailedJobsTests.java:")
                    .doesNotContain("CANARY", "insert into");
        }
    }

    @Test
    void keepWhatTheModelIsWrongAbout() {
        var wrong = new ProcessEngineException("Unknown property used in expression: ${nothing}");

        assertThat(FailedJobs.kept(wrong)).isSameAs(wrong);
    }

    @Test
    void loseARetryOnlyWhenDoingThemAgainMayFailAgain() {
        var jobs = new FailedJobs();

        assertThat(jobs.getCommand("1", new IllegalStateException())).isInstanceOf(DefaultJobRetryCmd.class);
        assertThat(jobs.getCommand("1", new SQLException("", "23505"))).isInstanceOf(DefaultJobRetryCmd.class);
        assertThat(jobs.getCommand("1", new SQLException("", "40P01"))).isNotInstanceOf(DefaultJobRetryCmd.class);
        assertThat(jobs.getCommand("1", new OptimisticLockingException(""))).isNotInstanceOf(DefaultJobRetryCmd.class);
    }
}
