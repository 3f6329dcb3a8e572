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
     * @param unchangedFor what changed since the version that was signed, and does not concern the organisation; empty
     *     when it signed the version that is published
     */
    static SignatureBlock of(
            String organisation,
            SignOff signOff,
            Function<OrganisationCode, String> nameOf,
            List<String> unchangedFor) {
        Statement statement = signOff.decisive().orElseThrow();
        FactList facts = new FactList()
                .add("Decision", statement.decision().label())
                .add("Signed by", signatory(statement, organisation, nameOf))
                .add("Date and time", moment(statement.at()))
                .add("Version signed", signOff.agreedVersion())
                .add("Digest of that version", signOff.digest())
                .add(
                        "Why it stands",
                        unchangedFor.isEmpty()
                                ? null
                                : "What changed since does not concern this party: " + Wording.and(unchangedFor) + ".")
                .add(
                        "Caldicott Guardian",
                        signOff.statement(Step.CONFIDENTIAL_USE)
                                .map(agreed -> "Agreed to the use of confidential information on "
                                        + Wording.date(
                                                agreed.at().atZone(LONDON).toLocalDate()))
                                .orElse(null));
        return new SignatureBlock(organisation, facts.facts());
    }

    /** "Senior Information Risk Owner, as deputy, of Salford City Council, acting for Salford Housing". */
    private static String signatory(
            Statement statement, String organisation, Function<OrganisationCode, String> nameOf) {
        ActedAs capacity = statement.actedAs();
        String role = Objects.requireNonNullElse(statement.personRole(), "Signatory");
        OrganisationCode acting = capacity.organisation();
        return role
                + (capacity.deputyFor() == null ? "" : ", as deputy")
                + (acting == null ? "" : ", of " + nameOf.apply(acting) + ", acting for " + organisation);
    }

    private static String moment(Instant at) {
        var local = at.atZone(LONDON);
        return Wording.date(local.toLocalDate()) + " at " + TIME.format(local);
    }
}
