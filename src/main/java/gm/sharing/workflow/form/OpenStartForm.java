package gm.sharing.workflow.form;

import java.io.InputStream;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * The start form as its deployment has it, with the projects that the person can choose: Tasklist loads nothing else for a
 * form that begins a process, so the options have to stand in the form itself.
 */
final class OpenStartForm extends GetDeployedStartFormCmd {

    private final StartForms starts;

    OpenStartForm(String process, StartForms starts) {
        super(process);
        this.starts = starts;
    }

    @Override
    public InputStream execute(CommandContext context) {
        InputStream form = super.execute(context);
        String user = context.getAuthenticatedUserId();
        return user == null ? form : starts.withProjects(form, user);
    }
}
