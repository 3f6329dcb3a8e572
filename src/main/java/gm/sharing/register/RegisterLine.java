package gm.sharing.register;

import gm.sharing.agreement.Agreement;
import java.time.LocalDate;
import java.util.List;

/** An agreement in the register's list. */
record RegisterLine(
        String reference,
        String title,
        String ledBy,
        String partners,
        String status,
        String startsOn,
        String reviewOn) {

    private static final int SHOWN = 5;

    static RegisterLine of(Agreement agreement, LocalDate today) {
        return new RegisterLine(
                agreement.reference().value(),
                agreement.title(),
                agreement.ledBy(),
                brief(agreement.parties()),
                agreement.statusOn(today).label(),
                RegisterEntry.words(agreement.startsOn()),
                RegisterEntry.words(agreement.reviewOn()));
    }

    private static String brief(List<String> parties) {
        return parties.size() <= SHOWN
                ? String.join(", ", parties)
                : String.join(", ", parties.subList(0, SHOWN)) + " and " + (parties.size() - SHOWN) + " more";
    }
}
