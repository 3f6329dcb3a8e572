package gm.sharing.standing;

import gm.sharing.audit.AuditTrail;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import gm.sharing.wording.Words;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps with each review what its reviewer was told of the organisation's standing conditions. It is the organisation's own: neither
 * the lead nor the Board reads it.
 */
@Service
@Transactional
public class StandingConditions {

    /** The type of the event that only people of the organisation read. */
    public static final String KEPT = "standing-conditions.told";

    private static final Words WORDS = Words.in("standing/told");

    private final StoredConditions stored;
    private final Directory directory;
    private final AuditTrail events;

    StandingConditions(StoredConditions stored, Directory directory, AuditTrail events) {
        this.stored = stored;
        this.directory = directory;
        this.events = events;
    }

    /** Keeps what was told with the review that this person gives. */
    public void keep(ProjectReference project, OrganisationCode organisation, String agreedVersion, Told told, By by) {
        stored.save(new KeptConditions(project, organisation, agreedVersion, told, by));
        events.record(
                project.value(),
                by.person(),
                KEPT,
                WORDS.text(
                        "kept",
                        Map.of(
                                "organisation", directory.nameOf(organisation),
                                "version", agreedVersion,
                                "met", told.count(StandingAnswer.MET),
                                "not-met", told.count(StandingAnswer.NOT_MET),
                                "look", told.count(StandingAnswer.LOOK),
                                "table", told.version().inWords())),
                organisation);
    }

    /** What was kept for these organisations, the newest first. */
    @Transactional(readOnly = true)
    public List<KeptConditions> of(ProjectReference project, Collection<OrganisationCode> organisations) {
        return organisations.isEmpty()
                ? List.of()
                : stored.findByProjectAndOrganisationInOrderByIdDesc(project.value(), organisations);
    }
}
