package gm.sharing.workflow.form;

import gm.sharing.organisation.OrganisationCode;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers which partner's review a task is part of, or whose officer advises in it, for as long as the task's history is kept: the
 * engine keeps variables only of what runs.
 */
@Component
public class TaskPartners {

    private final JdbcClient jdbc;

    TaskPartners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(DelegateTask task) {
        Stream.of("partner", "adviser")
                .map(task::getVariable)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(OrganisationCode::isOne)
                .findFirst()
                .ifPresent(partner -> jdbc.sql("insert into task_partner (task, partner) values (?, ?)")
                        .params(task.getId(), partner)
                        .update());
    }

    /** Empty when the task concerns everybody in the project, or was begun before this was kept. */
    public Optional<OrganisationCode> of(String task) {
        return jdbc.sql("select partner from task_partner where task = ?")
                .param(task)
                .query(String.class)
                .optional()
                .map(OrganisationCode::new);
    }

    /** Of tasks whose history is gone. */
    public void forgetOld() {
        jdbc.sql("delete from task_partner where not exists (select 1 from act_hi_taskinst where id_ = task)")
                .update();
    }
}
