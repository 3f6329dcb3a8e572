package gm.sharing.agreement;

import gm.sharing.document.Wording;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.StatedCondition;
import gm.sharing.signoff.Statement;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How one organisation signed, as the document shows it: by role and not by name, because the document is public.
 *
 * @param decision for example "Signed with conditions"
 * @param role the signatory's
 * @param date in words
 * @param version the version that was signed
 * @param conditions empty when there are none
 */
record SignatureBlock(
        String organisation, String decision, String role, String date, String version, String conditions) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String NOTHING = "–";

    static SignatureBlock open(String organisation) {
        return without(organisation, "Not signed");
    }

    /** @param signOff the last that it was asked for, signed; null when the rules ask no signature of it */
    static SignatureBlock of(String organisation, @Nullable SignOff signOff) {
        if (signOff == null) {
            return without(organisation, "No signature needed");
        }
        Statement statement = signOff.decisive().orElseThrow();
        return new SignatureBlock(
                organisation,
                statement.decision().label(),
                Objects.requireNonNullElse(statement.personRole(), NOTHING),
                Wording.date(statement.at().atZone(LONDON).toLocalDate()),
                signOff.agreedVersion(),
                statement.conditions().stream().map(StatedCondition::words).collect(Collectors.joining("\n\n")));
    }

    /** The row of the table of signatures. */
    List<String> row() {
        return List.of(organisation, decision, role, date, version);
    }

    private static SignatureBlock without(String organisation, String why) {
        return new SignatureBlock(organisation, why, NOTHING, NOTHING, NOTHING, "");
    }
}
