package gm.sharing.steps.proposal;

import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.project.Proposal;
import gm.sharing.project.Urgency;
import gm.sharing.workflow.form.StartFormHandler;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.gate.expression.Whom;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A project lead proposes a project, and its process starts. */
@Sets({
    @Variable(name = "leadOrganisation", whom = Whom.ORGANISATION),
    @Variable(name = "urgency", codes = Urgency.class)
})
@Component
class StartProposal implements StartFormHandler<Proposal> {

    private final Projects projects;

    StartProposal(Projects projects) {
        this.projects = projects;
    }

    @Override
    public String form() {
        return "start-proposal";
    }

    @Override
    public Set<String> processes() {
        return Set.of("sharing-project");
    }

    @Override
    public Class<Proposal> answers() {
        return Proposal.class;
    }

    @Override
    public Started accept(Proposal answers, Person by) {
        ProjectReference reference = projects.propose(answers, by);
        return new Started(
                reference,
                Map.of(
                        "leadOrganisation",
                        projects.get(reference).leadOrganisation().value(),
                        "urgency",
                        answers.urgency().code()));
    }
}
