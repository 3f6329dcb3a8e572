package gm.sharing.signoff;

import gm.sharing.Refused;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a sign-off ends: when it was closed, and whether the partner's decision came late or was not needed. */
@Embeddable
class Ending {

    private boolean late;

    private @Nullable Instant closedAt;

    private boolean notNeeded;

    void close(Instant now) {
        closedAt = now;
    }

    void withoutThePartner() {
        notNeeded = true;
    }

    void decided(boolean tooLate) {
        late = tooLate;
    }

    boolean isClosed() {
        return closedAt != null;
    }

    /** @throws Refused when the partner has decided, or nobody is asked any more */
    void requireNone(Optional<Decision> decided, String version) {
        decided.ifPresent(decision -> {
            throw new Refused("Your organisation has already decided about version " + version + ": "
                    + decision.label().toLowerCase(Locale.UK) + ".");
        });
        if (isClosed()) {
            throw new Refused("Version " + version + " is not open for sign-off any more.");
        }
    }

    boolean isLate() {
        return late;
    }

    boolean isNotNeeded() {
        return notNeeded;
    }
}
