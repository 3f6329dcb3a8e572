package gm.sharing.agreement;

import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.Statement;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
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
        String organisation, String decision, String role, String date, String version, List<Paragraph> conditions) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String NOTHING = "–";

    static SignatureBlock open(String organisation) {
        return new SignatureBlock(organisation, "Not signed", NOTHING, NOTHING, NOTHING, List.of());
    }

    /** Open when the organisation decided nothing, or something else than to sign. */
    static SignatureBlock of(String organisation, @Nullable SignOff signOff) {
        if (signOff == null || !signOff.isSigned()) {
            return open(organisation);
        }
        Statement statement = signOff.decisive().orElseThrow();
        return new SignatureBlock(
                organisation,
                statement.decision().label(),
                Objects.requireNonNullElse(statement.personRole(), NOTHING),
                Wording.date(statement.at().atZone(LONDON).toLocalDate()),
                signOff.agreedVersion(),
                Paragraph.of(Objects.requireNonNullElse(statement.conditions(), "")));
    }
}
