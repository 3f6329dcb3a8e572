package gm.sharing.workflow.sharingproject;

import static java.util.stream.Collectors.joining;

import gm.sharing.agreement.Agreements;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Person;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Markdown;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The lead checks the draft agreement and sends it out, or goes back to revise. */
@Component
class CheckDraft implements FormHandler<CheckDraft.Answer> {

    private final Agreements agreements;
    private final Projects projects;
    private final Directory directory;
    private final OpenRequests requests;

    CheckDraft(Agreements agreements, Projects projects, Directory directory, OpenRequests requests) {
        this.agreements = agreements;
        this.projects = projects;
        this.directory = directory;
        this.requests = requests;
    }

    /**
     * The answers of the form.
     *
     * @param sendOut whether the draft goes to the partners as it is
     */
    record Answer(@NotNull Boolean sendOut) {}

    @Override
    public String form() {
        return "check-draft";
    }

    @Override
    public Class<CheckDraft.Answer> answers() {
        return CheckDraft.Answer.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        String version = agreements.latest(task.reference()).number();
        return Map.of(
                "version", version,
                "document", "/projects/%s/agreement/%s".formatted(task.reference(), version),
                "partners", partners(projects.get(task.reference())),
                "requests", requests.of(task.reference()));
    }

    private String partners(SharingProject project) {
        return project.partners().stream()
                .map(partner -> Markdown.plain(directory.nameOf(partner.organisation())))
                .collect(joining(", "));
    }

    @Override
    public Map<String, Object> accept(Answer answers, FormTask task, Person by) {
        if (!answers.sendOut()) {
            projects.sentBackToLead(task.reference());
        }
        return Map.of("sendOut", answers.sendOut());
    }
}
