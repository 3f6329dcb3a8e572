package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;

/**
 * That an officer decides in the place of a signatory, under a standing mandate. The giver of the mandate is the second pair of
 * eyes, so the officer may have reviewed the version; for somebody who leads the project it does not count, nor for a deputy.
 *
 * @param base what a signatory of the partner signed itself, since when nothing changed that the mandate does not cover
 * @param conditions of the signature, as they are kept
 */
record MandateUse(
        UnderMandate mandate, SignOff base, Person officer, Signature signature, List<StatedCondition> conditions) {

    private static final Words WORDS = Words.in("sign-off/mandate");

    /**
     * What the officer says for the partner.
     *
     * @param speaker the officer, as the project lets them decide
     * @throws Refused when a signatory has to decide this
     */
    Statement statement(SignOff signOff, Speaker speaker) {
        String version = signOff.agreedVersion();
        if (signOff.asking().signatories() > 1) {
            throw new Refused(WORDS.text("two-sign"));
        }
        if (speaker.actedAs().organisation() != null || speaker.actedAs().deputyFor() != null) {
            throw new Refused(WORDS.text("not-a-deputy"));
        }
        if (signature.decision() == Decision.REFUSE) {
            throw Refused.of("decision", WORDS.text("no-refusal"));
        }
        signOff.said().requireNoDissent(signature, version);
        signOff.said().requireReadyToSign(signature.confirmed(), version);
        signOff.said().requireNoSignature(version);
        if (signature.decision().isSignature()) {
            mustSayAsBefore(signOff);
        }
        return Statement.under(
                signature, conditions, speaker.as(speaker.actedAs().under(mandate)));
    }

    private void mustSayAsBefore(SignOff signOff) {
        if (!texts(conditions).equals(texts(base.conditions()))) {
            throw Refused.of(
                    "decision",
                    WORDS.text(
                            base.conditions().isEmpty() ? "no-conditions" : "same-conditions",
                            Map.of("version", base.agreedVersion())));
        }
        if (!signOff.said().reviews().position().equals(base.said().reviews().position())) {
            throw new Refused(WORDS.text("other-position", Map.of("version", base.agreedVersion())));
        }
    }

    private static List<String> texts(List<StatedCondition> conditions) {
        return conditions.stream().map(StatedCondition::text).sorted().toList();
    }

    Role office() {
        return Role.IG_OFFICER;
    }
}
