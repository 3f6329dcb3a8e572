package gm.sharing.signoff;

import gm.sharing.Reason;
import gm.sharing.Refused;
import gm.sharing.RetriedOnConflict;
import gm.sharing.audit.AuditTrail;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lead takes a version back that is with the partners, because what the first of them asked for changes it anyway: the
 * others need not finish a review of what will be revised. What was decided until then stays recorded.
 */
@Service
@Transactional
public class TakeBack {

    private static final Words EVENTS = Words.in("sign-off/events");

    private final SignOffs signOffs;
    private final Rounds rounds;
    private final Projects projects;
    private final RoundJourney journey;
    private final AuditTrail events;

    TakeBack(SignOffs signOffs, Rounds rounds, Projects projects, RoundJourney journey, AuditTrail events) {
        this.signOffs = signOffs;
        this.rounds = rounds;
        this.projects = projects;
        this.journey = journey;
        this.events = events;
    }

    /** Whether a partner can still decide on a version. */
    @Transactional(readOnly = true)
    public boolean isPossible(ProjectReference reference) {
        return signOffs.of(reference).stream().anyMatch(SignOff::isOpen);
    }

    /**
     * Ends the open reviews and sends the lead to revise.
     *
     * @throws Refused when somebody else leads the project, when the reason is missing, or when every partner has decided
     */
    @RetriedOnConflict
    public void takeBack(ProjectReference reference, @Nullable String reason, Person by) {
        if (!projects.get(reference).isLedBy(by)) {
            throw new Refused("Only its lead takes a draft back.");
        }
        var given = Reason.given(reason, "say why you take the draft back.");
        if (!isPossible(reference)) {
            throw new Refused("No partner is asked to decide any more, so there is nothing to take back.");
        }
        List<Round> all = rounds.of(reference);
        Round round = all.get(all.size() - 1);
        rounds.end(reference);
        projects.sentBackToLead(reference);
        events.record(
                reference.value(),
                by.id(),
                "round.taken-back",
                EVENTS.text(
                        "taken-back",
                        Map.of("number", round.number(), "version", round.agreedVersion(), "reason", given)));
        journey.takenBack(reference);
    }
}
