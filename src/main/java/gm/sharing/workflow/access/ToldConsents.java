package gm.sharing.workflow.access;

import gm.sharing.notification.Notice;
import gm.sharing.notification.Notices;
import gm.sharing.notification.Recipient;
import gm.sharing.notification.Waiting;
import gm.sharing.organisation.Consent;
import gm.sharing.organisation.ConsentChanged;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Role;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those who may act for an organisation by its consent, and the administrators of both, that it was given or has ended. */
@Component
class ToldConsents {

    private static final Words WORDS = Words.in("notice/consents");

    private final Directory directory;
    private final Notices notices;
    private final Clock clock;

    ToldConsents(Directory directory, Notices notices, Clock clock) {
        this.directory = directory;
        this.notices = notices;
        this.clock = clock;
    }

    @EventListener
    void tell(ConsentChanged changed) {
        Consent before = changed.before();
        Consent now = changed.now();
        if (before != null && (now == null || !now.to().equals(before.to()))) {
            tell(
                    changed,
                    before,
                    WORDS.text("ended-subject", words(changed, before)),
                    WORDS.text("ended", words(changed, before)));
        }
        if (now != null) {
            tell(
                    changed,
                    now,
                    WORDS.text("given-subject", words(changed, now)),
                    WORDS.text("given", words(changed, now)));
        }
    }

    private Map<String, String> words(ConsentChanged changed, Consent consent) {
        String acting = directory.nameOf(consent.to());
        return Map.of(
                "giver", directory.nameOf(changed.giver()),
                "acting", acting,
                "to", consent.receivers(acting),
                "by", consent.words());
    }

    private void tell(ConsentChanged changed, Consent consent, String subject, String text) {
        notices.tell(
                new Notice(
                                "consent:" + changed.giver() + ":" + consent.to() + ":" + clock.millis(),
                                "",
                                subject,
                                text,
                                null)
                        .with(Waiting.by(WORDS.text("goes-out"))),
                Stream.concat(
                                Stream.of(changed.giver(), consent.to()).map(Role.ORGANISATION_ADMINISTRATOR::groupOf),
                                consent.offices().stream().map(office -> office.groupOf(consent.to())))
                        .<Recipient>map(Recipient.Group::new)
                        .toList());
    }
}
