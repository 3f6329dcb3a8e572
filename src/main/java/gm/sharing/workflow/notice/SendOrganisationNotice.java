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
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a send task of a process says that is about an organisation and no project. The task's inputs are {@code to},
 * {@code subject} and {@code text}, and {@code goesOut} as for a notice of a project. Recipients are separated by commas: {@code group:admin-bolton}, or {@code leads} for the
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
        Optional<String> task = TimedTask.of(execution);
        notices.tell(
                new Notice(
                        execution.getCurrentActivityId() + ":" + execution.getActivityInstanceId(),
                        "",
                        input(execution, "subject"),
                        input(execution, "text"),
                        link(task, to),
                        SendNotice.waiting(execution, task)),
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

    /** Leads of projects have nothing to do there. */
    private static @Nullable String link(Optional<String> task, List<Recipient> to) {
        return task.filter(id -> to.stream().allMatch(Recipient.Group.class::isInstance))
                .map(id -> "/tasks/" + id)
                .orElse(null);
    }

    private static String input(DelegateExecution execution, String name) {
        return String.valueOf(execution.getVariableLocal(name));
    }
}
