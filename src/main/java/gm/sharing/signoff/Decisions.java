package gm.sharing.signoff;

import gm.sharing.Dates;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

/**
 * Takes what people decide for a partner: reviews, the Caldicott Guardian's agreement, and one signature or two where the
 * table sign-off-roles asks for two.
 */
@Service
@Transactional
public class Decisions {

    private static final Words EVENTS = Words.in("sign-off/events");

    private final SignOffLedger ledger;
    private final StoredSignOffs signOffs;
    private final Directory directory;
    private final FourEyesRule fourEyes;
    private final Terms terms;
    private final Grounds grounds;
    private final SectionNames sections;
    private final Clock clock;

    Decisions(
            SignOffLedger ledger,
            StoredSignOffs signOffs,
            Directory directory,
            FourEyesRule fourEyes,
            Terms terms,
            Grounds grounds,
            SectionNames sections,
            Clock clock) {
        this.ledger = ledger;
        this.signOffs = signOffs;
        this.directory = directory;
        this.fourEyes = fourEyes;
        this.terms = terms;
        this.grounds = grounds;
        this.sections = sections;
        this.clock = clock;
    }

    /**
     * Somebody reviews for the partner and takes its position on the lead organisation's assessment. Several may, each in the
     * office for which they have the task.
     *
     * @return what all say who reviewed this version for the partner
     */
    public Reviews review(SignOffId id, Review review, Person by, Role office) {
        var dissented = signOffs
                .findByProjectAndPartnerOrderByRound(id.reference().value(), id.partner())
                .stream()
                .filter(signOff -> signOff.said().at(Step.REVIEW).isPresent())
                .reduce((earlier, later) -> later)
                .filter(signOff -> signOff.said().reviews().dissent())
                .isPresent();
        var signOff = ledger.change(
                id,
                asked -> asked.review(
                        review,
                        terms.of(review.conditions(), id),
                        by,
                        office,
                        fourEyes.of(id),
                        clock.instant(),
                        LocalDate.now(clock)));
        var said = signOff.said().at(Step.REVIEW).orElseThrow();
        ledger.record(
                signOff,
                by.id(),
                "signoff.reviewed",
                EVENTS.text(
                                signOff.said().reviews().given().size() > 1 ? "reviewed-as-well" : "reviewed",
                                Map.of(
                                        "office", office.words(),
                                        "partner", ledger.name(signOff),
                                        "version", signOff.agreedVersion(),
                                        "outcome", recommended(signOff, review.decision())))
                        + words(signOff, Step.REVIEW));
        Optional.ofNullable(said.besides().position())
                .ifPresent(position -> recordPosition(signOff, position, dissented, by));
        Optional.ofNullable(said.besides().policyDocument())
                .ifPresent(document -> ledger.record(
                        signOff,
                        by.id(),
                        "signoff.policy-document-named",
                        EVENTS.text(
                                "policy-document-named",
                                Map.of(
                                        "partner", ledger.name(signOff),
                                        "document", document.title(),
                                        "day", Dates.day(document.reviewOn())))));
        return signOff.said().reviews();
    }

    private void recordPosition(SignOff signOff, Position position, boolean dissented, Person by) {
        String taken = StringUtils.uncapitalize(position.taken().label());
        boolean resolved = dissented && !signOff.said().reviews().dissent();
        ledger.record(
                signOff,
                by.id(),
                "signoff.position-taken",
                EVENTS.text(
                                "position-taken",
                                Map.of(
                                        "partner", ledger.name(signOff),
                                        "version", signOff.agreedVersion(),
                                        "position",
                                                resolved
                                                        ? EVENTS.text("dissent-resolved", Map.of("position", taken))
                                                        : taken))
                        + (position.words() == null
                                ? ""
                                : " " + EVENTS.text("in-its-words", Map.of("words", position.words()))));
    }

    /** The Caldicott Guardian decides whether confidential information may flow from or to the partner. */
    public void agreeConfidentialUse(SignOffId id, ConfidentialUse use, Person by) {
        var signOff = ledger.change(id, asked -> asked.agreeConfidentialUse(use, by, fourEyes.of(id), clock.instant()));
        ledger.record(
                signOff,
                by.id(),
                "signoff.confidential-use-decided",
                EVENTS.text(
                                "confidential-use-decided",
                                Map.of(
                                        "partner", ledger.name(signOff),
                                        "version", signOff.agreedVersion(),
                                        "outcome",
                                                use.decision() == ConfidentialUse.Choice.AGREE
                                                        ? EVENTS.text("agreed")
                                                        : outcome(signOff, use.decided())))
                        + words(signOff, Step.CONFIDENTIAL_USE));
    }

    /** The signatory decides for the partner. */
    public void sign(SignOffId id, Signature signature, Person by) {
        var signOff = ledger.change(
                id,
                asked -> asked.sign(
                        signature, terms.of(signature.conditions(), id), by, fourEyes.of(id), clock.instant()));
        recordSignature(signOff, signature, "signature-decided", by);
    }

    private void recordSignature(SignOff signOff, Signature signature, String key, Person by) {
        ledger.record(
                signOff,
                by.id(),
                "signoff.signature-decided",
                EVENTS.text(
                                key,
                                Map.of(
                                        "partner", ledger.name(signOff),
                                        "role", signature.role(),
                                        "version", signOff.agreedVersion(),
                                        "outcome", outcome(signOff, signature.decision())))
                        + words(signOff, Step.SIGNATURE));
    }

    /**
     * An officer of the partner decides in the place of its signatory.
     *
     * @param giver the id of whoever gave the mandate
     * @param base round in which a signatory of the partner signed itself, with which the mandate was compared
     * @throws Refused when a signatory has to decide this, or the project is the officer's own, or the mandate
     */
    public void sign(SignOffId id, Signature signature, UnderMandate mandate, String giver, SignOffId base, Person by) {
        var conditions = terms.of(signature.conditions(), id);
        var signed = ledger.get(base);
        recordSignature(
                ledger.change(
                        id,
                        asked -> asked.sign(
                                new MandateUse(mandate, giver, signed, by, signature, conditions),
                                fourEyes.of(id),
                                clock.instant())),
                signature,
                "signature-under-mandate",
                by);
    }

    /** A second signatory decides for the partner, which the first one alone could not bind. */
    public void countersign(SignOffId id, Countersignature countersignature, Person by) {
        var signOff =
                ledger.change(id, asked -> asked.countersign(countersignature, by, fourEyes.of(id), clock.instant()));
        ledger.record(
                signOff,
                by.id(),
                "signoff.second-signature-decided",
                EVENTS.text(
                                "second-signature-decided",
                                Map.of(
                                        "partner", ledger.name(signOff),
                                        "role", countersignature.role(),
                                        "version", signOff.agreedVersion(),
                                        "outcome", outcome(signOff, countersignature.decided())))
                        + words(signOff, Step.SECOND_SIGNATURE));
    }

    private String words(SignOff signOff, Step step) {
        return signOff.said()
                .at(step)
                .map(said -> said.words(grounds::inWords, sections.of(signOff))
                        + said.speaker().actedAs().words(directory::nameOf).stream()
                                .map(" "::concat)
                                .collect(Collectors.joining()))
                .orElse("");
    }

    private static String recommended(SignOff signOff, Decision decision) {
        String outcome = outcome(signOff, decision);
        return decision.isSignature() ? EVENTS.text("to-be", Map.of("outcome", outcome)) : outcome;
    }

    private static String outcome(SignOff signOff, Decision decision) {
        String outcome = decision.label().toLowerCase(Locale.UK);
        return signOff.isLate() ? EVENTS.text("late", Map.of("outcome", outcome)) : outcome;
    }
}
