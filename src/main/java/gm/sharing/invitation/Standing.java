package gm.sharing.invitation;

import gm.sharing.Dates;
import gm.sharing.wording.Words;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody is with their invitation, for the administrators who sent it.
 *
 * @param words one sentence
 * @param maySend whether a letter, the first or another one, may be sent now
 * @param isFirst whether none was sent yet
 */
public record Standing(String words, boolean maySend, boolean isFirst) {

    private static final Words WORDS = Words.in("invitation/standing");

    static Standing notInvited() {
        return new Standing(WORDS.text("not-invited"), true, true);
    }

    /** Somebody who signs in, whether they were invited or not. */
    static Standing signsIn(@Nullable Invitation invitation) {
        return new Standing(
                Optional.ofNullable(invitation)
                        .map(Invitation::acceptedAt)
                        .map(at -> WORDS.text("accepted", Map.of("on", Dates.day(Dates.on(at)))))
                        .orElseGet(() -> WORDS.text("has-password")),
                false,
                false);
    }

    static Standing of(Invitation invitation, Instant now) {
        Map<String, String> values = Map.of(
                "asked", Dates.day(Dates.on(invitation.askedAt())),
                "ends",
                        Optional.ofNullable(invitation.linkEndsAt())
                                .map(at -> Dates.day(Dates.on(at)))
                                .orElse(""));
        return switch (invitation.state(now)) {
            case LEAVING -> new Standing(WORDS.text("leaving", values), false, false);
            case SENT -> new Standing(WORDS.text("sent", values), true, false);
            case ENDED -> new Standing(WORDS.text("ended", values), true, false);
            case ACCEPTED, CLOSED, MOVED -> notInvited();
        };
    }
}
