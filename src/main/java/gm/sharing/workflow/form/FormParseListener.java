package gm.sharing.workflow.form;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Attaches the form mechanism to every user task and start event with a form, so that models carry no plumbing. */
@Component
public class FormParseListener extends AbstractBpmnParseListener {

    private final Submissions submissions;
    private final ShownForm shown;
    private final FormTaskListener listener;
    private final StartForms starts;
    private final OwnProcessEnd ownEnd;

    FormParseListener(
            Submissions submissions,
            ShownForm shown,
            FormTaskListener listener,
            StartForms starts,
            OwnProcessEnd ownEnd) {
        this.starts = starts;
        this.ownEnd = ownEnd;
        this.submissions = submissions;
        this.shown = shown;
        this.listener = listener;
    }

    /** The engine's service for forms. */
    public FormService service() {
        return new Forms(starts);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        Expression form = task.getCamundaFormDefinitionKey();
        if (form == null) {
            task.setTaskFormHandler(new NoForm(task.getTaskFormHandler()));
            return;
        }
        task.setTaskFormHandler(
                new TaskFormSubmission(task.getTaskFormHandler(), form.getExpressionText(), submissions, shown));
        task.addTaskListener(TaskListener.EVENTNAME_CREATE, listener.created());
        task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, listener.completing());
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (!(scope instanceof ProcessDefinitionEntity process) || process.getStartFormDefinition() == null) {
            return;
        }
        Expression form = process.getStartFormDefinition().getCamundaFormDefinitionKey();
        if (form == null) {
            return;
        }
        process.setStartFormHandler(
                new StartFormSubmission(process.getStartFormHandler(), form.getExpressionText(), submissions));
        activity.addListener("start", StartFormSubmission::refuseStartWithoutForm);
        process.addListener(ExecutionListener.EVENTNAME_END, ownEnd.of(form.getExpressionText()));
    }
}
