package gm.sharing.dpia;

import static java.util.stream.Collectors.joining;

import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How assessments are taken to be changed, and every change of state leaves an event. */
@Component
class DpiaLedger {

    private static final Words EVENTS = Words.in("dpia/events");

    private final StoredDpias dpias;
    private final DpiaVersions versions;
    private final AuditTrail events;
    private final ApplicationEventPublisher others;
    private final Clock clock;

    DpiaLedger(
            StoredDpias dpias,
            DpiaVersions versions,
            AuditTrail events,
            ApplicationEventPublisher others,
            Clock clock) {
        this.dpias = dpias;
        this.versions = versions;
        this.events = events;
        this.others = others;
        this.clock = clock;
    }

    /** The assessment, with everybody else who wants to change it waiting until this change is done. */
    Dpia toChange(ProjectReference reference) {
        return dpias.findToChange(reference.value()).orElseThrow(() -> notScreened(reference));
    }

    static Refused notScreened(ProjectReference reference) {
        return new Refused("The DPIA screening of " + reference + " has not been answered yet.");
    }

    void recordReopened(Dpia dpia, boolean wasDecided, By who, Set<DpiaSection> sections) {
        record(
                dpia,
                who.person(),
                "dpia.reopened",
                EVENTS.text(
                        "reopened",
                        Map.of(
                                "sections",
                                sections.stream()
                                        .sorted()
                                        .map(DpiaSection::label)
                                        .collect(joining(", ")))));
        if (wasDecided) {
            others.publishEvent(new DpiaReopened(dpia.reference()));
            versions.keep(dpia, Occasion.REOPENED, who);
        }
    }

    void record(Dpia dpia, String who, String type, String what) {
        events.record(dpia.reference().value(), who, type, what);
    }

    static String deputy(By by) {
        return by.isByDeputy() ? " " + EVENTS.text("deputy", Map.of("person", by.name())) : "";
    }

    By system() {
        return new By(Event.SYSTEM, EVENTS.text("system"), clock.instant());
    }

    By now(Person person) {
        return By.of(person, clock.instant());
    }
}
