package gm.sharing.register;

import gm.sharing.agreement.Agreement;
import gm.sharing.agreement.AgreementStatus;
import java.time.LocalDate;

/**
 * What the register says of a document whose digest it knows.
 *
 * @param version number of the version
 * @param contentDigest the digest of its content, which the document prints
 * @param standing whether it is in force, in a sentence
 */
record CheckedDocument(
        String reference, String title, String version, String contentDigest, boolean inForce, String standing) {

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
            case IN_FORCE -> "It is the version in force. Its review is due by %s.".formatted(review(agreement));
            case REVIEW_OVERDUE ->
                "It is the version in force. Its review was due by %s and is overdue.".formatted(review(agreement));
            case STARTS_LATER ->
                "It is the version that was published, and comes into force on %s."
                        .formatted(RegisterEntry.words(agreement.startsOn()));
            case ENDED ->
                "It is not in force any more. It ended on %s."
                        .formatted(RegisterEntry.words(agreement.endsOn().orElseThrow()));
        };
    }

    private static String review(Agreement agreement) {
        return RegisterEntry.words(agreement.reviewOn());
    }
}
