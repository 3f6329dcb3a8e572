package gm.sharing.register;

import gm.sharing.agreement.Agreement;
import gm.sharing.agreement.AgreementStatus;
import gm.sharing.wording.Words;
import java.time.LocalDate;
import java.util.Map;

/**
 * What the register says of a document whose digest it knows.
 *
 * @param version number of the version
 * @param contentDigest the digest of its content, which the document prints
 * @param standing whether it is in force, in a sentence
 */
record CheckedDocument(
        String reference, String title, String version, String contentDigest, boolean inForce, String standing) {

    private static final Words WORDS = Words.in("register/entry");

    static CheckedDocument of(Agreement agreement, LocalDate today) {
        AgreementStatus status = agreement.statusOn(today);
        return new CheckedDocument(
                agreement.reference().value(),
                agreement.title(),
                agreement.version().number(),
                agreement.version().digest(),
                status == AgreementStatus.IN_FORCE || status == AgreementStatus.REVIEW_OVERDUE,
                standing(agreement, status));
    }

    private static String standing(Agreement agreement, AgreementStatus status) {
        return switch (status) {
            case IN_FORCE -> WORDS.text("in-force", Map.of("date", review(agreement)));
            case REVIEW_OVERDUE -> WORDS.text("review-overdue", Map.of("date", review(agreement)));
            case STARTS_LATER -> WORDS.text("starts-later", Map.of("date", RegisterEntry.words(agreement.startsOn())));
            case ENDED ->
                WORDS.text(
                        "ended",
                        Map.of("date", RegisterEntry.words(agreement.endsOn().orElseThrow())));
        };
    }

    private static String review(Agreement agreement) {
        return RegisterEntry.words(agreement.reviewOn());
    }
}
