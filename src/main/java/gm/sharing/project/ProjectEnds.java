package gm.sharing.project;

import gm.sharing.Reason;
import gm.sharing.Refused;
import gm.sharing.RetriedOnConflict;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Separation;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How projects end without an agreement, and what holds one back whose sharing has ended. Nothing happens to one that ended
 * like that already.
 */
@Service
@Transactional
public class ProjectEnds {

    private static final Words EVENTS = Words.in("project/events");

    private final Projects projects;
    private final AuditTrail trail;
    private final ProjectJourney journey;
    private final Clock clock;

    ProjectEnds(Projects projects, AuditTrail trail, ProjectJourney journey, Clock clock) {
        this.projects = projects;
        this.trail = trail;
        this.journey = journey;
        this.clock = clock;
    }

    /** Gives the project up, at any point before publication. Its open tasks end and its partners are told. */
    @RetriedOnConflict
    public void withdraw(ProjectReference reference, String reason, Person by) {
        SharingProject project = projects.ledBy(reference, by);
        String given = Reason.given(reason, "say why the project is withdrawn.");
        if (project.end(ProjectStatus.WITHDRAWN, "withdrawn", given)) {
            record(reference, by.id(), "withdrawn", EVENTS.text("withdrawn", Map.of("reason", given)));
            journey.withdrawn(reference);
        }
    }

    /**
     * The Information Board stops the project, at any point before publication. Its open tasks end and its partners are
     * told.
     */
    @RetriedOnConflict
    public void stop(ProjectReference reference, String reason, Person by) {
        if (!by.holds(Role.INFORMATION_BOARD)) {
            throw new Refused("Only the Information Board stops a project.");
        }
        SharingProject project = projects.get(reference);
        Separation.mustNotLead(by.id().equals(project.lead()));
        String given = Reason.given(reason, "say why the project is stopped.");
        if (project.end(ProjectStatus.STOPPED, "stopped", given)) {
            record(reference, by.id(), "stopped", EVENTS.text("stopped", Map.of("reason", given)));
            journey.stopped(reference);
        }
    }

    /** Ends the project by the Information Board's decision about a sign-off. */
    public void stop(ProjectReference reference, String reason) {
        stopBecause("stopped", reference, reason);
    }

    /** Ends the project because the lead organisation does not go on after consulting the Information Commissioner. */
    public void stopAfterConsultation(ProjectReference reference, String reason) {
        stopBecause("stopped-after-consultation", reference, reason);
    }

    private void stopBecause(String key, ProjectReference reference, String reason) {
        if (projects.get(reference).end(ProjectStatus.STOPPED, "stopped", reason)) {
            record(reference, Event.SYSTEM, "stopped", EVENTS.text(key, Map.of("reason", reason)));
        }
    }

    /**
     * Sends the project back to its lead when its last day has passed before it could be published, and says so in its record.
     *
     * @return whether it was sent back
     */
    public boolean sendBackWhenEnded(ProjectReference reference) {
        Optional<Arrangements> ended =
                projects.get(reference).arrangements().filter(agreed -> agreed.hasEnded(LocalDate.now(clock)));
        ended.ifPresent(agreed -> {
            record(
                    reference,
                    Event.SYSTEM,
                    "ended-unpublished",
                    EVENTS.text("ended-unpublished", Map.of("date", agreed.lastDay())));
            projects.sentBackToLead(reference);
        });
        return ended.isPresent();
    }

    private void record(ProjectReference reference, String who, String type, String what) {
        trail.record(reference.value(), who, "project." + type, what);
    }
}
