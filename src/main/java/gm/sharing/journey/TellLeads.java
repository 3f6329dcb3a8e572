package gm.sharing.journey;

import gm.sharing.notification.Notice;
import gm.sharing.notification.Notices;
import gm.sharing.notification.Recipient;
import gm.sharing.notification.Waiting;
import gm.sharing.organisation.People;
import gm.sharing.project.LeadChanged;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells both leads when a project was handed over, unless one of them did it. */
@Component
class TellLeads {

    private static final Words WORDS = Words.in("notice/handing-over");

    private final Notices notices;
    private final People people;
    private final Clock clock;

    TellLeads(Notices notices, People people, Clock clock) {
        this.notices = notices;
        this.people = people;
        this.clock = clock;
    }

    @EventListener
    void tell(LeadChanged change) {
        Map<String, Object> told = Map.of(
                "project", change.reference(),
                "title", change.title(),
                "before", people.nameOf(change.before()),
                "now", people.nameOf(change.now()),
                "by", people.nameOf(change.by()));
        tell(change, "now", "now-subject", change.now(), told);
        if (people.find(change.before()).isPresent()) {
            tell(change, "before", "before-subject", change.before(), told);
        }
    }

    private void tell(LeadChanged change, String which, String subject, String who, Map<String, Object> told) {
        if (who.equals(change.by())) {
            return;
        }
        notices.tell(
                new Notice(
                        "lead-%s:%s:%d".formatted(which, change.reference(), clock.millis()),
                        change.reference().value(),
                        WORDS.text(subject, told),
                        WORDS.text(which, told),
                        "/projects/" + change.reference(),
                        Waiting.by(WORDS.text("goes-out"))),
                List.of(new Recipient.Individual(who)));
    }
}
