package gm.sharing.agreement;

import gm.sharing.Dates;
import gm.sharing.document.Fact;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.StatedCondition;
import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one organisation says beside its signature, as the published document shows it.
 *
 * @param position on the lead organisation's assessment; empty when it was not asked for one
 * @param words in which it says more, each under its heading
 * @param policyDocument title of its appropriate policy document; empty when it relies on none
 * @param policyReview by when it reviews that document, in words
 * @param conditions on which it signed: what, who is responsible, by when
 * @param givenUp what became of conditions of its earlier signature; empty when none was lost
 */
record PartyBlock(
        String organisation,
        String position,
        List<Fact> words,
        String policyDocument,
        String policyReview,
        List<List<String>> conditions,
        String givenUp) {

    private static final Words WORDS = Words.in("agreement/frame");
    private static final String NOT_SAID = "–";

    /**
     * @param signOff the last that it was asked for, signed; null when the rules ask no signature of it
     * @param before what it signed last before; null when it signed nothing
     */
    static PartyBlock of(String organisation, @Nullable SignOff signOff, @Nullable SignOff before) {
        if (signOff == null) {
            return new PartyBlock(organisation, "", List.of(), "", "", List.of(), "");
        }
        var reviews = signOff.said().reviews();
        var document = reviews.policyDocument();
        return new PartyBlock(
                organisation,
                reviews.position().map(taken -> taken.taken().label()).orElse(""),
                reviews.besides().inItsWords(organisation),
                document.map(named -> named.title()).orElse(""),
                document.map(named -> Dates.day(named.reviewOn())).orElse(""),
                conditions(signOff),
                givenUp(organisation, signOff, before));
    }

    /** Says how many and not which: nobody has to do any more what they asked for. */
    private static String givenUp(String organisation, SignOff signOff, @Nullable SignOff before) {
        if (before == null) {
            return "";
        }
        List<String> kept =
                signOff.conditions().stream().map(StatedCondition::text).toList();
        long lost = before.conditions().stream()
                .filter(condition -> !kept.contains(condition.text()))
                .count();
        return lost == 0
                ? ""
                : WORDS.text(
                        lost == 1 ? "one-given-up" : "given-up",
                        Map.of(
                                "party",
                                organisation,
                                "before",
                                before.agreedVersion(),
                                "count",
                                lost,
                                "version",
                                signOff.agreedVersion()));
    }

    private static List<List<String>> conditions(SignOff signOff) {
        return signOff.conditions().stream()
                .map(condition -> List.of(
                        condition.text(),
                        Objects.requireNonNullElse(condition.ownerName(), NOT_SAID),
                        Optional.ofNullable(condition.due()).map(Dates::day).orElse(NOT_SAID)))
                .toList();
    }

    boolean hasPosition() {
        return !position.isEmpty();
    }

    boolean hasPolicyDocument() {
        return !policyDocument.isEmpty();
    }

    /** The row of the table of positions. */
    List<String> positionRow() {
        return List.of(organisation, position);
    }

    /** The row of the table of policy documents. */
    List<String> policyRow() {
        return List.of(organisation, policyDocument, policyReview);
    }
}
