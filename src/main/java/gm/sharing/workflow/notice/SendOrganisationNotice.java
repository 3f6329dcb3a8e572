package gm.sharing.workflow.notice;

import gm.sharing.notification.Notice;
import gm.sharing.notification.Notices;
import gm.sharing.notification.Recipient;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectSummary;
import gm.sharing.project.Projects;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.model.ModelBean;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * Sends what a send task of a process says that is about an organisation and no project. The task's inputs are {@code to},
 * {@code subject} and {@code text}. Recipients are separated by commas: {@code group:admin-bolton}, or {@code leads} for the
 * leads of the projects that run and in which the organisation takes part.
 */
@Needs({"to", "subject", "text", "organisation"})
@ModelBean(value = "sendOrganisationNotice", in = "renew-fact")
class SendOrganisationNotice implements JavaDelegate {

    /** How a model names the leads of running projects. */
    static final String LEADS = "leads";

    /** How a model names whoever can be told. */
    static final String ALL = NamedRecipients.GROUP + "…, " + LEADS;

    private final Notices notices;
    private final Projects projects;

    SendOrganisationNotice(Notices notices, Projects projects) {
        this.notices = notices;
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OrganisationCode organisation = new OrganisationCode(execution.getProcessBusinessKey());
        List<Recipient> to = Arrays.stream(input(execution, "to").split(","))
                .map(String::strip)
                .flatMap(word -> recipients(word, organisation))
                .distinct()
                .toList();
        notices.tell(
                new Notice(
                        execution.getCurrentActivityId() + ":" + execution.getActivityInstanceId(),
                        "",
                        input(execution, "subject"),
                        input(execution, "text"),
                        null),
                to);
    }

    private Stream<Recipient> recipients(String word, OrganisationCode organisation) {
        return word.equals(LEADS)
                ? projects.running(organisation).stream()
                        .map(ProjectSummary::reference)
                        .map(reference -> new Recipient.Individual(
                                projects.headline(reference).lead()))
                : Stream.of(new Recipient.Group(
                        word.startsWith(NamedRecipients.GROUP)
                                ? word.substring(NamedRecipients.GROUP.length())
                                : word));
    }

    private static String input(DelegateExecution execution, String name) {
        return String.valueOf(execution.getVariableLocal(name));
    }
}
