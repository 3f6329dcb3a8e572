package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lead may ask more partners about a version than its changes concern, and never fewer. */
@Service
@Transactional
public class Widenings {

    private static final Words EVENTS = Words.in("sign-off/events");

    private final StoredWidenings widenings;
    private final Directory directory;
    private final AuditTrail events;
    private final Clock clock;

    Widenings(StoredWidenings widenings, Directory directory, AuditTrail events, Clock clock) {
        this.widenings = widenings;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks these partners about the version as well.
     *
     * @param plan what the round would be without this
     * @param reason told to the partners and kept
     */
    public void widen(
            ProjectReference reference,
            String agreedVersion,
            Collection<OrganisationCode> partners,
            @Nullable String reason,
            RoundPlan plan,
            Person by) {
        List<OrganisationCode> standing =
                plan.standing().stream().map(StandingSignature::partner).toList();
        if (!standing.containsAll(partners)) {
            throw Refused.of("widen", "only partners whose signatures would stand can also be asked.");
        }
        if (reason == null || reason.isBlank()) {
            throw Refused.of("widenReason", "give the reason; the partners read it.");
        }
        widenings.save(new Widening(reference, agreedVersion, partners, reason, By.of(by, clock.instant())));
        events.record(
                reference.value(),
                by.id(),
                "round.widened",
                EVENTS.text(
                        partners.size() == 1 ? "one-also-asked" : "more-also-asked",
                        Map.of(
                                "partners",
                                        partners.stream()
                                                .map(directory::nameOf)
                                                .sorted()
                                                .collect(Collectors.joining(", ")),
                                "version", agreedVersion,
                                "reason", reason)));
    }

    /** Whom the lead asks about the version as well. */
    @Transactional(readOnly = true)
    public Optional<Widening> of(ProjectReference reference, String agreedVersion) {
        return widenings.findByProjectAndAgreedVersion(reference.value(), agreedVersion);
    }
}
