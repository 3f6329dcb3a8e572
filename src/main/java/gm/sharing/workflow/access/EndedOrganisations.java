package gm.sharing.workflow.access;

import gm.sharing.Dates;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.notification.Notice;
import gm.sharing.notification.Notices;
import gm.sharing.notification.Recipient;
import gm.sharing.notification.Waiting;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.OrganisationEnded;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Succession;
import gm.sharing.project.ProjectLeads;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectSummary;
import gm.sharing.project.Projects;
import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When an organisation is part of another one, the roles of its people end, so that what is open goes to those who hold the
 * same roles at the successor. Nobody gets a role at the successor by this. Those concerned are told, and the record of each project.
 */
@Component
class EndedOrganisations {

    private static final Words WORDS = Words.in("notice/successors");

    private static final String EVENT = "organisation.succeeded";

    private final IdentityService identity;
    private final StandIns standIns;
    private final Directory directory;
    private final Projects projects;
    private final ProjectLeads leads;
    private final Notices notices;
    private final AuditTrail trail;

    EndedOrganisations(
            IdentityService identity,
            StandIns standIns,
            Directory directory,
            Projects projects,
            ProjectLeads leads,
            Notices notices,
            AuditTrail trail) {
        this.identity = identity;
        this.standIns = standIns;
        this.directory = directory;
        this.projects = projects;
        this.leads = leads;
        this.notices = notices;
        this.trail = trail;
    }

    @EventListener
    void follow(OrganisationEnded ended) {
        Organisation old = directory.get(ended.organisation());
        Map<String, Object> told = Map.of(
                "organisation",
                old.name(),
                "successor",
                directory.nameOf(ended.successor()),
                "since",
                old.succession().map(Succession::since).map(Dates::day).orElse(""));
        Set<String> before = endRoles(ended.organisation());
        standIns.settleOffices();
        List<ProjectSummary> running = projects.running(ended.organisation());
        running.forEach(project -> tell(project, ended, told));
        tell(ended.successor(), before, running, ended, told);
    }

    /**
     * Ends every role there.
     *
     * @return the ids of those who held one
     */
    private Set<String> endRoles(OrganisationCode organisation) {
        Set<String> before = new LinkedHashSet<>();
        Role.ofOrganisations().stream()
                .map(role -> role.groupOf(organisation))
                .forEach(group -> identity.createUserQuery()
                        .memberOfGroup(group)
                        .list()
                        .forEach(person -> {
                            identity.deleteMembership(person.getId(), group);
                            before.add(person.getId());
                        }));
        return before;
    }

    private void tell(ProjectSummary project, OrganisationEnded ended, Map<String, Object> told) {
        ProjectReference reference = project.reference();
        boolean led = leads.runBy(reference).equals(ended.organisation());
        if (led) {
            leads.runBy(reference, ended.successor());
        }
        trail.record(reference.value(), Event.SYSTEM, EVENT, WORDS.text(led ? "event-lead" : "event", told));
        notices.tell(
                new Notice(
                        about(ended) + ":" + reference,
                        reference.value(),
                        WORDS.text("subject", told),
                        WORDS.text(led ? "to-its-lead" : "to-lead", told),
                        "/projects/" + reference,
                        Waiting.by(WORDS.text("goes-out"))),
                List.of(new Recipient.Individual(projects.headline(reference).lead())));
    }

    private void tell(
            OrganisationCode successor,
            Set<String> before,
            List<ProjectSummary> running,
            OrganisationEnded ended,
            Map<String, Object> told) {
        String titles = running.isEmpty()
                ? WORDS.text("no-project")
                : running.stream()
                        .map(project -> project.reference() + ", " + project.title())
                        .collect(Collectors.joining("\n"));
        Map<String, Object> withProjects = new HashMap<>(told);
        withProjects.put("projects", titles);
        List<Recipient> there = new ArrayList<>();
        Role.ofOrganisations().forEach(role -> there.add(new Recipient.Group(role.groupOf(successor))));
        notices.tell(
                new Notice(
                        about(ended),
                        "",
                        WORDS.text("subject", told),
                        WORDS.text("to-successor", withProjects),
                        "/projects",
                        Waiting.by(WORDS.text("goes-out"))),
                there);
        notices.tell(
                new Notice(about(ended) + ":old", "", WORDS.text("subject", told), WORDS.text("to-old", told), null)
                        .with(Waiting.by(WORDS.text("goes-out"))),
                before.stream().<Recipient>map(Recipient.Individual::new).toList());
    }

    private static String about(OrganisationEnded ended) {
        return "succession:" + ended.organisation();
    }
}
