package gm.sharing.workflow.access;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Closes what the engine's own authorizations leave open. */
@Component
class AccessPlugin extends AbstractProcessEnginePlugin {

    private final AssignmentRule assignmentRule;
    private final AbsentAssignees absentAssignees;
    private final AccountRules accountRules;
    private final Passwords passwords;
    private final StarterGrants starters;

    AccessPlugin(
            AssignmentRule assignmentRule,
            AbsentAssignees absentAssignees,
            AccountRules accountRules,
            Passwords passwords,
            StarterGrants starters) {
        this.assignmentRule = assignmentRule;
        this.absentAssignees = absentAssignees;
        this.accountRules = accountRules;
        this.passwords = passwords;
        this.starters = starters;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setResourceAuthorizationProvider(new LeastAuthorizations(starters));
        configuration.setEnablePasswordPolicy(true);
        configuration.setPasswordPolicy(new LongPasswords());
        configuration.setPasswordEncryptor(passwords.hash());
        configuration.setIdentityProviderSessionFactory(new RecordedAccounts.Factory(accountRules, passwords));
        // What somebody submits is never turned into an object of a class that they name.
        configuration.setDeserializationTypeValidationEnabled(true);

        List<CommandInterceptor> interceptors = copy(configuration.getCustomPreCommandInterceptorsTxRequired());
        interceptors.add(new OnlyThroughForms(configuration));
        configuration.setCustomPreCommandInterceptorsTxRequired(interceptors);

        List<CommandInterceptor> within = copy(configuration.getCustomPostCommandInterceptorsTxRequired());
        within.add(new PlainQueries(configuration));
        configuration.setCustomPostCommandInterceptorsTxRequired(within);

        List<BpmnParseListener> listeners = copy(configuration.getCustomPreBPMNParseListeners());
        // First, so that whoever is told of a task is the one who has it.
        listeners.add(0, new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                task.addTaskListener(TaskListener.EVENTNAME_CREATE, absentAssignees);
                task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, absentAssignees);
                task.addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, assignmentRule);
            }

            @Override
            public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
                if (scope instanceof ProcessDefinitionEntity process
                        && OwnProject.SHARING_PROJECT.equals(process.getKey())) {
                    activity.addListener(ExecutionListener.EVENTNAME_START, new OwnProject());
                }
            }
        });
        configuration.setCustomPreBPMNParseListeners(listeners);
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? new ArrayList<>() : new ArrayList<>(list);
    }
}
