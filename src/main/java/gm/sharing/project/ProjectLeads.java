package gm.sharing.project;

import gm.sharing.Refused;
import gm.sharing.RetriedOnConflict;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.wording.Words;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who acts as the lead of a project, and how it comes to another lead. Every change is put on record, and the lead's open
 * tasks go along.
 */
@Service
@Transactional
public class ProjectLeads {

    /** What the record calls a task that a deputy did in the place of the lead. */
    private static final Words EVENTS = Words.in("project/events");

    public static final String DONE_FOR_ITS_LEAD = "project.done-as-deputy";

    private static final Set<String> WORK_OF_ITS_LEAD = Set.of(
            DONE_FOR_ITS_LEAD,
            "project.proposed",
            "project.needs-described",
            "project.partners-named",
            "project.flows-described",
            "project.arrangements-agreed",
            "project.revised");

    private final Projects projects;
    private final People people;
    private final Directory directory;
    private final AuditTrail trail;
    private final ProjectJourney journey;
    private final ApplicationEventPublisher others;

    ProjectLeads(
            Projects projects,
            People people,
            Directory directory,
            AuditTrail trail,
            ProjectJourney journey,
            ApplicationEventPublisher others) {
        this.projects = projects;
        this.people = people;
        this.directory = directory;
        this.trail = trail;
        this.journey = journey;
        this.others = others;
    }

    /**
     * Gives the project, with the open tasks of its lead, to another project lead of the same organisation: because the lead
     * is away, has left or wants to.
     *
     * @param by the lead, any other project lead of the organisation, or an administrator of it or of the service
     * @throws Refused when it is somebody else, or the other leads no projects of the organisation
     */
    @RetriedOnConflict
    public void handOver(ProjectReference reference, Person to, Person by) {
        SharingProject project = projects.get(reference);
        if (!by.administers(project.runBy())) {
            projects.ledBy(reference, by);
        }
        String before = project.handTo(to);
        trail.record(
                reference.value(),
                by.id(),
                "project.lead-changed",
                EVENTS.text("lead-changed", Map.of("lead", to.name(), "before", people.nameOf(before))));
        journey.handedOver(reference, before, to.id());
        others.publishEvent(new LeadChanged(reference, project.proposal().title(), before, to.id(), by.id()));
    }

    /**
     * Gives the project of somebody who leads none any more to another project lead of the organisation, without anybody
     * asking for it.
     */
    @RetriedOnConflict
    public void succeed(ProjectReference reference, Person to) {
        SharingProject project = projects.get(reference);
        String before = project.handTo(to);
        trail.record(
                reference.value(),
                Event.SYSTEM,
                "project.lead-changed",
                EVENTS.text(
                        "lead-succeeded",
                        Map.of(
                                "lead",
                                to.name(),
                                "before",
                                people.nameOf(before),
                                "organisation",
                                directory.nameOf(project.runBy()))));
        journey.handedOver(reference, before, to.id());
    }

    /** Whose project leads lead it today. */
    @Transactional(readOnly = true)
    public OrganisationCode runBy(ProjectReference reference) {
        return projects.get(reference).runBy();
    }

    /** The lead organisation is part of another one now, whose project leads may lead the project and take it over. */
    public void runBy(ProjectReference reference, OrganisationCode successor) {
        projects.get(reference).runBy(successor);
    }

    /** The ids of those who proposed the project, described it or answered requests for changes. */
    @Transactional(readOnly = true)
    public Set<String> actedAsLead(ProjectReference reference) {
        Set<String> leads = new HashSet<>(trail.whoDid(reference.value(), WORK_OF_ITS_LEAD));
        leads.add(projects.headline(reference).lead());
        return leads;
    }
}
