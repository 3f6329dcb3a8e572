package gm.sharing.agreement;

import gm.sharing.Dates;
import gm.sharing.document.Block;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.document.Section;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.signoff.ActedAs;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.Statement;
import gm.sharing.signoff.Step;
import gm.sharing.signoff.UnderMandate;
import gm.sharing.wording.Words;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one organisation signed, as the document shows it. Whoever binds a public body is named with the role in which
 * they do; those who advise them are not.
 *
 * @param facts what, by whom, when and of which version; empty answers are places to write by hand
 */
record SignatureBlock(String organisation, List<Fact> facts) {

    private static final Words WORDS = Words.in("agreement/signature");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    SignatureBlock {
        facts = List.copyOf(facts);
    }

    /** Of an organisation that has not signed yet. */
    static SignatureBlock toSign(String organisation) {
        return new SignatureBlock(
                organisation,
                List.of(
                        new Fact("decision", WORDS.text("decision"), WORDS.text("not-signed")),
                        new Fact("signed-by", WORDS.text("signed-by"), ""),
                        new Fact("role", WORDS.text("role"), ""),
                        new Fact("moment", WORDS.text("moment"), "")));
    }

    /** Of an organisation that has to sign by no rule, such as a processor. */
    static SignatureBlock notNeeded(String organisation) {
        return new SignatureBlock(
                organisation,
                new FactList(WORDS).add("decision", WORDS.text("not-needed")).facts());
    }

    /**
     * @param signOff the last that it was asked for, signed
     * @param nameOf names organisations
     * @param stands why a signature on an earlier version stands; null when the version that is published was signed
     */
    static SignatureBlock of(
            String organisation, SignOff signOff, Function<OrganisationCode, String> nameOf, @Nullable String stands) {
        Statement statement = signOff.decisive().orElseThrow();
        FactList facts = new FactList(WORDS)
                .add("decision", statement.decision().label())
                .add("conditions", conditions(signOff.conditions().size()))
                .add("signed-by", statement.speaker().by().name())
                .add("role", role(statement))
                .add(
                        "capacity",
                        capacity(statement.speaker().actedAs(), WORDS.text("office-signatory"), organisation, nameOf))
                .add("moment", moment(statement.speaker().by().at()))
                .add(
                        "second-signature",
                        signOff.said()
                                .at(Step.SECOND_SIGNATURE)
                                .map(second -> WORDS.text(
                                                "second",
                                                Map.of(
                                                        "person",
                                                        second.speaker().by().name(),
                                                        "role",
                                                        role(second),
                                                        "moment",
                                                        moment(second.speaker()
                                                                .by()
                                                                .at()),
                                                        "capacity",
                                                        capacity(
                                                                second.speaker().actedAs(),
                                                                WORDS.text("office-signatory"),
                                                                organisation,
                                                                nameOf)))
                                        .strip())
                                .orElse(null))
                .add("version-signed", signOff.agreedVersion())
                .add("digest-of-that-version", signOff.asking().digest())
                .add("why-it-stands", stands)
                .add(
                        "caldicott-guardian",
                        signOff.said()
                                .at(Step.CONFIDENTIAL_USE)
                                .map(agreed -> WORDS.text(
                                                "guardian-agreed",
                                                Map.of(
                                                        "person",
                                                        agreed.speaker().by().name(),
                                                        "moment",
                                                        moment(agreed.speaker()
                                                                .by()
                                                                .at()),
                                                        "capacity",
                                                        capacity(
                                                                agreed.speaker().actedAs(),
                                                                WORDS.text("office-guardian"),
                                                                organisation,
                                                                nameOf)))
                                        .strip())
                                .orElse(null));
        return new SignatureBlock(organisation, facts.facts());
    }

    Section section() {
        return Section.of("signature", organisation, new Block.Facts(facts));
    }

    private static String conditions(int count) {
        Words within = WORDS.within(AgreementContent.annexes()::number);
        return switch (count) {
            case 0 -> "";
            case 1 -> within.text("one-condition");
            default -> within.text("many-conditions", Map.of("count", count));
        };
    }

    private static String role(Statement statement) {
        return Objects.requireNonNullElse(statement.speaker().role(), WORDS.text("signatory"));
    }

    private static String actedFor(String acting, String party, @Nullable String consent) {
        return consent == null
                ? WORDS.text("acted-for", Map.of("acting", acting, "party", party))
                : WORDS.text("acted-for-by-consent", Map.of("acting", acting, "party", party, "consent", consent));
    }

    /** The person who was away is not named. */
    private static String capacity(
            ActedAs actedAs, String office, String organisation, Function<OrganisationCode, String> nameOf) {
        OrganisationCode acting = actedAs.organisation();
        return Stream.of(
                        actedAs.deputyFor() == null ? null : WORDS.text("as-deputy", Map.of("office", office)),
                        acting == null ? null : actedFor(nameOf.apply(acting), organisation, actedAs.consent()),
                        underMandate(actedAs.mandate(), organisation))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String underMandate(@Nullable UnderMandate mandate, String organisation) {
        if (mandate == null) {
            return null;
        }
        Map<String, Object> told = new HashMap<>(mandate.told());
        told.put("party", organisation);
        return WORDS.text("under-mandate", told);
    }

    private static String moment(Instant at) {
        var local = at.atZone(Dates.LONDON);
        return WORDS.text("date-and-time", Map.of("date", Dates.day(local.toLocalDate()), "time", TIME.format(local)));
    }
}
