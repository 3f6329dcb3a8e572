package gm.sharing.agreement;

import gm.sharing.document.Block;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.document.Section;
import gm.sharing.document.Wording;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.signoff.ActedAs;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.Statement;
import gm.sharing.signoff.Step;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
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

    private static final String DECISION = "Decision";
    private static final String SIGNED_BY = "Signed by";
    private static final String ROLE = "Role";
    private static final String MOMENT = "Date and time";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    SignatureBlock {
        facts = List.copyOf(facts);
    }

    /** Of an organisation that has not signed yet. */
    static SignatureBlock toSign(String organisation) {
        return new SignatureBlock(
                organisation,
                List.of(
                        new Fact("decision", DECISION, "Not signed yet"),
                        new Fact("signed-by", SIGNED_BY, ""),
                        new Fact("role", ROLE, ""),
                        new Fact("moment", MOMENT, "")));
    }

    /** Of an organisation that has to sign by no rule, such as a processor. */
    static SignatureBlock notNeeded(String organisation) {
        return new SignatureBlock(
                organisation,
                new FactList()
                        .add("decision", DECISION, "No signature is needed.")
                        .facts());
    }

    /**
     * @param signOff the last that it was asked for, signed
     * @param nameOf names organisations
     * @param stands why a signature on an earlier version stands; null when the version that is published was signed
     */
    static SignatureBlock of(
            String organisation, SignOff signOff, Function<OrganisationCode, String> nameOf, @Nullable String stands) {
        Statement statement = signOff.decisive().orElseThrow();
        FactList facts = new FactList()
                .add("decision", DECISION, statement.decision().label())
                .add("conditions", "Conditions", conditions(signOff.conditions().size()))
                .add("signed-by", SIGNED_BY, statement.personName())
                .add("role", ROLE, role(statement))
                .add("capacity", "Capacity", capacity(statement.actedAs(), "signatory", organisation, nameOf))
                .add("moment", MOMENT, moment(statement.at()))
                .add(
                        "second-signature",
                        "Second signature",
                        signOff.statement(Step.SECOND_SIGNATURE)
                                .map(second -> "%s, %s, on %s. %s"
                                        .formatted(
                                                second.personName(),
                                                role(second),
                                                moment(second.at()),
                                                capacity(second.actedAs(), "signatory", organisation, nameOf))
                                        .strip())
                                .orElse(null))
                .add("version-signed", "Version signed", signOff.agreedVersion())
                .add("digest-of-that-version", "Digest of that version", signOff.digest())
                .add("why-it-stands", "Why it stands", stands)
                .add(
                        "caldicott-guardian",
                        "Caldicott Guardian",
                        signOff.statement(Step.CONFIDENTIAL_USE)
                                .map(agreed -> "%s agreed to the use of confidential information on %s. %s"
                                        .formatted(
                                                agreed.personName(),
                                                moment(agreed.at()),
                                                capacity(agreed.actedAs(), "Caldicott Guardian", organisation, nameOf))
                                        .strip())
                                .orElse(null));
        return new SignatureBlock(organisation, facts.facts());
    }

    Section section() {
        return Section.of("signature", organisation, new Block.Facts(facts));
    }

    private static String conditions(int count) {
        return switch (count) {
            case 0 -> "";
            case 1 -> "1 condition, in annex C";
            default -> count + " conditions, listed in annex C";
        };
    }

    private static String role(Statement statement) {
        return Objects.requireNonNullElse(statement.personRole(), "Signatory");
    }

    /** The person who was away is not named. */
    private static String capacity(
            ActedAs actedAs, String office, String organisation, Function<OrganisationCode, String> nameOf) {
        OrganisationCode acting = actedAs.organisation();
        return Stream.of(
                        actedAs.deputyFor() == null ? null : "As deputy of the " + office + ", who was away.",
                        acting == null ? null : nameOf.apply(acting) + " acted for " + organisation + ".")
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static String moment(Instant at) {
        var local = at.atZone(LONDON);
        return Wording.date(local.toLocalDate()) + " at " + TIME.format(local);
    }
}
