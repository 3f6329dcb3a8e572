package gm.sharing.workflow;

import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a job that failed. A conflict uses up no retry and waits for nothing: the job is done again at once. Of
 * what a database says only the kind is kept with the job, where Cockpit shows it: the words hold rows, and so answers.
 */
final class FailedJobs implements FailedJobCommandFactory {

    @Override
    public Command<Object> getCommand(String job, @Nullable Throwable thrown) {
        if (thrown == null) {
            return new DefaultJobRetryCmd(job, null);
        }
        if (OneAfterTheOther.isConflict(thrown)) {
            var unlock = new UnlockJobCmd(job);
            return unlock::execute;
        }
        return new DefaultJobRetryCmd(job, kept(thrown));
    }

    /** With the place where it happened, which holds nobody's words. */
    static Throwable kept(Throwable thrown) {
        int depth = 0;
        for (Throwable cause = thrown; cause != null && depth < 50; cause = cause.getCause(), depth++) {
            if (cause instanceof SQLException sql) {
                var kept = new ProcessEngineException(
                        "The database refused what this step asked or wrote (%s, SQL state %s)"
                                .formatted(sql.getClass().getSimpleName(), sql.getSQLState()));
                kept.setStackTrace(thrown.getStackTrace());
                return kept;
            }
        }
        return thrown;
    }
}
