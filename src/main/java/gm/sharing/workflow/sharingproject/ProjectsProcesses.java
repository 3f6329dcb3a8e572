package gm.sharing.workflow.sharingproject;

import gm.sharing.project.ProjectReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The running process instances of a project: its own and those that it called. */
@Component
class ProjectsProcesses {

    private final JdbcClient database;

    ProjectsProcesses(JdbcClient database) {
        this.database = database;
    }

    /**
     * Lets nobody and no job move them on before the transaction ends, and waits for whoever is about to. Without it,
     * what ends many instances at once begins again with each signature that comes meanwhile.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void holdStill(ProjectReference reference) {
        hold("act_ru_job", reference);
        hold("act_ru_execution", reference);
    }

    private void hold(String table, ProjectReference reference) {
        database.sql(
                        """
                        select id_ from %s
                        where root_proc_inst_id_ in (select root_proc_inst_id_ from act_ru_execution where business_key_ = ?)
                        order by id_ for update"""
                                .formatted(table))
                .param(reference.value())
                .query(String.class)
                .list();
    }
}
