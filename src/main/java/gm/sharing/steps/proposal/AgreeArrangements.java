package gm.sharing.steps.proposal;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.Arrangements;
import gm.sharing.project.Partner;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Prefill;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The lead sets out how the shared information is handled. */
@Component
class AgreeArrangements implements FormHandler<Arrangements> {

    private final Projects projects;
    private final OrganisationOptions organisations;
    private final Prefill prefill;

    AgreeArrangements(Projects projects, OrganisationOptions organisations, Prefill prefill) {
        this.projects = projects;
        this.organisations = organisations;
        this.prefill = prefill;
    }

    @Override
    public String form() {
        return "agree-arrangements";
    }

    @Override
    public Set<String> processes() {
        return Set.of("sharing-project");
    }

    @Override
    public Class<Arrangements> answers() {
        return Arrangements.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        SharingProject project = projects.get(task.reference());
        Map<String, Object> values =
                new HashMap<>(project.arrangements().map(this::prefilled).orElseGet(Map::of));
        List<OrganisationCode> partners =
                project.partners().stream().map(Partner::organisation).toList();
        values.put("signOffRule", prefill.with(project.signOffRuleNow()));
        values.put(
                "partnerOptions",
                organisations.of(partners.stream()
                        .filter(partner -> !partner.equals(project.leadOrganisation()))
                        .toList()));
        return values;
    }

    private Map<String, Object> prefilled(Arrangements arrangements) {
        Map<String, Object> values = new HashMap<>(prefill.with(arrangements));
        values.put("reviewYears", arrangements.reviewYears().toString());
        return values;
    }

    @Override
    public Map<String, Object> accept(Arrangements answers, FormTask task, Person by) {
        projects.agreeArrangements(task.reference(), answers, by);
        return Map.of();
    }
}
