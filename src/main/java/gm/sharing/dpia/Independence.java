package gm.sharing.dpia;

import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Capacity;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Separation;
import gm.sharing.project.ProjectLeads;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps those apart who lead, who advise and who decide in an assessment, their deputies included. */
@Component
class Independence {

    private static final Set<String> ADVICE =
            Set.of("dpia.advised", "dpia.sent-back", "dpia.not-needed", "dpia.needed");

    private static final Set<String> DECISIONS = Set.of(
            "dpia.approved", "dpia.rejected", "dpia.advice-overruled", "dpia.no-dpia-decided", "dpia.dpia-decided");

    /** What the lead organisation writes of the assessment, beside the project itself. */
    private static final Set<String> WRITING =
            Set.of("dpia.screening-answered", "dpia.risk-to-reduce", "dpia.advice-missing");

    private final Projects projects;
    private final ProjectLeads leads;
    private final AuditTrail events;
    private final Clock clock;

    Independence(Projects projects, ProjectLeads leads, AuditTrail events, Clock clock) {
        this.projects = projects;
        this.leads = leads;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Who advises as an organisation's data protection officer, by a deputy with both names.
     *
     * @throws Refused when the person may not, or the one who is away
     */
    By adviser(ProjectReference reference, OrganisationCode organisation, Person by) {
        return acting(
                leading(reference).with(Separation.Part.DECIDED, events.whoDid(reference.value(), DECISIONS)),
                Role.DPO,
                organisation,
                by,
                "advise");
    }

    /**
     * Who decides as the lead organisation's signatory, by a deputy with both names.
     *
     * @throws Refused when the person may not, or the one who is away
     */
    By decider(ProjectReference reference, Person by) {
        return acting(
                leading(reference).with(Separation.Part.ADVISED, events.whoDid(reference.value(), ADVICE)),
                Role.SIGNATORY,
                lead(reference),
                by,
                "decide");
    }

    OrganisationCode lead(ProjectReference reference) {
        return projects.headline(reference).leadOrganisation();
    }

    private Separation leading(ProjectReference reference) {
        return new Separation()
                .with(Separation.Part.LEADS, leads.actedAsLead(reference))
                .with(Separation.Part.LEADS, events.whoDid(reference.value(), WRITING));
    }

    private By acting(Separation separation, Role role, OrganisationCode organisation, Person by, String what) {
        Capacity capacity = separation.capacity(by, role, organisation, what);
        return By.of(by, clock.instant()).insteadOf(capacity.deputyForName());
    }
}
