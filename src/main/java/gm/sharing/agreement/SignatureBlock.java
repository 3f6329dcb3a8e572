package gm.sharing.agreement;

import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
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
 * How one organisation signed, as the document shows it: by role and not by name, because the document is public.
 *
 * @param facts what, by whom, when and of which version
 */
record SignatureBlock(String organisation, List<Fact> facts) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    SignatureBlock {
        facts = List.copyOf(facts);
    }

    /** Of an organisation that has to sign by no rule, such as a processor. */
    static SignatureBlock notNeeded(String organisation) {
        return new SignatureBlock(
                organisation,
                new FactList().add("Decision", "No signature is needed.").facts());
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
                .add("Decision", statement.decision().label())
                .add("Signed by", role(statement))
                .add("Capacity", capacity(statement.actedAs(), organisation, nameOf))
                .add("Date and time", moment(statement.at()))
                .add(
                        "Second signature",
                        signOff.statement(Step.SECOND_SIGNATURE)
                                .map(second -> second(second, organisation, nameOf))
                                .orElse(null))
                .add("Version signed", signOff.agreedVersion())
                .add("Digest of that version", signOff.digest())
                .add("Why it stands", stands)
                .add(
                        "Caldicott Guardian",
                        signOff.statement(Step.CONFIDENTIAL_USE)
                                .map(agreed -> "Agreed to the use of confidential information on "
                                        + Wording.date(
                                                agreed.at().atZone(LONDON).toLocalDate()))
                                .orElse(null));
        return new SignatureBlock(organisation, facts.facts());
    }

    private static String role(Statement statement) {
        return Objects.requireNonNullElse(statement.personRole(), "Signatory");
    }

    private static String second(Statement statement, String organisation, Function<OrganisationCode, String> nameOf) {
        return "%s, on %s. %s"
                .formatted(role(statement), moment(statement.at()), capacity(statement.actedAs(), organisation, nameOf))
                .strip();
    }

    /** The person who was away is not named. */
    private static String capacity(ActedAs actedAs, String organisation, Function<OrganisationCode, String> nameOf) {
        OrganisationCode acting = actedAs.organisation();
        return Stream.of(
                        actedAs.deputyFor() == null ? null : "As deputy of the signatory, who was away.",
                        acting == null ? null : nameOf.apply(acting) + " acted for " + organisation + ".")
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static String moment(Instant at) {
        var local = at.atZone(LONDON);
        return Wording.date(local.toLocalDate()) + " at " + TIME.format(local);
    }
}
