package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * That an officer decides in the place of a signatory, under a standing mandate. The giver of the mandate is the second pair of
 * eyes, so the officer may have reviewed the version; for somebody who leads the project it does not count, nor for a deputy.
 *
 * @param giver the id of whoever gave it
 * @param base what a signatory of the partner signed itself, since when nothing changed that the mandate does not cover
 * @param conditions of the signature, as they are kept
 */
record MandateUse(
        UnderMandate mandate,
        String giver,
        SignOff base,
        Person officer,
        Signature signature,
        List<StatedCondition> conditions) {

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

    /** @throws Refused when the giver is this person under another account: there would be no second pair of eyes */
    void requireTwoPeople(FourEyes fourEyes) {
        if (fourEyes.accounts().apply(officer).contains(giver)) {
            throw new Refused(WORDS.text("same-person"));
        }
    }

    private void mustSayAsBefore(SignOff signOff) {
        if (!areThoseOf(base)) {
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

    /** In whichever order. */
    private boolean areThoseOf(SignOff signed) {
        List<StatedCondition> left = new ArrayList<>(signed.conditions());
        return conditions.size() == left.size()
                && conditions.stream().allMatch(condition -> left.stream()
                        .filter(condition::isAs)
                        .findFirst()
                        .filter(left::remove)
                        .isPresent());
    }

    Role office() {
        return Role.IG_OFFICER;
    }
}
