package gm.sharing.project;

import static gm.sharing.PlainText.isBlank;
import static java.util.stream.Collectors.joining;

import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Sector;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What the common law duty of confidentiality and the national data opt-out ask of a flow of confidential information about
 * health or care.
 */
final class ConfidentialityRules {

    /**
     * Sectors that give individual care. Consent can be taken as given only for that (Caldicott Principles; working rule of
     * the framework until the table of purposes comes).
     */
    private static final Set<Sector> CARE =
            EnumSet.of(Sector.NHS_TRUST, Sector.ICB, Sector.GP_PRACTICE, Sector.COUNCIL, Sector.VCFSE, Sector.OTHER);

    private static final String CONFIDENTIALITY = "confidentiality";
    private static final String OPT_OUT = "optOut";

    private final Function<OrganisationCode, Organisation> directory;
    private final Law law;

    ConfidentialityRules(Function<OrganisationCode, Organisation> directory, Law law) {
        this.directory = directory;
        this.law = law;
    }

    /**
     * @param processors act for somebody else, so their own sector does not matter
     */
    void check(FlowRow row, Collection<OrganisationCode> processors) {
        Flow flow = row.flow();
        if (!flow.confidentialCare()) {
            return;
        }
        if (isBlank(flow.confidentiality())) {
            row.complain(
                    CONFIDENTIALITY,
                    "say what allows confidential health or care information to be shared under the common law duty of"
                            + " confidentiality.");
        }
        if (isBlank(flow.optOut())) {
            row.complain(OPT_OUT, "say how the national data opt-out applies to the confidential information.");
        }
        if (!isBlank(flow.confidentiality()) && !isBlank(flow.optOut())) {
            fit(row, processors);
        }
    }

    private void fit(FlowRow row, Collection<OrganisationCode> processors) {
        Flow flow = row.flow();
        boolean implied = Law.IMPLIED_CONSENT.equals(flow.confidentiality());
        boolean ownCare = Law.OWN_CARE.equals(flow.optOut());
        if (implied && !ownCare) {
            row.complain(
                    OPT_OUT,
                    ("implied consent holds only for people’s own care, and the national data opt-out then does not apply."
                                    + " Answer “%s”, or choose what else allows the sharing.")
                            .formatted(law.optOuts().label(Law.OWN_CARE)));
        } else if (ownCare) {
            ownCareOnly(row, implied ? CONFIDENTIALITY : OPT_OUT, processors);
        }
        if (Law.REGULATION_3.equals(flow.confidentiality()) != Law.REGULATION_3.equals(flow.optOut())) {
            row.complain(
                    Law.REGULATION_3.equals(flow.optOut()) ? CONFIDENTIALITY : OPT_OUT,
                    "regulation 3 sets both the duty of confidentiality and the national data opt-out aside. Choose"
                            + " it in both answers, or in neither.");
        }
    }

    private void ownCareOnly(FlowRow row, String field, Collection<OrganisationCode> processors) {
        List<OrganisationCode> others = row.flow().to().stream()
                .filter(code -> !processors.contains(code))
                .filter(code -> !CARE.contains(directory.apply(code).sector()))
                .toList();
        if (!others.isEmpty()) {
            row.complain(
                    field,
                    ("%s gives no individual care, so neither implied consent nor “%s” holds for it. Choose what"
                                    + " else allows the sharing, or describe it as a flow of its own.")
                            .formatted(
                                    others.stream()
                                            .map(code -> directory.apply(code).name())
                                            .collect(joining(", ")),
                                    law.optOuts().label(Law.OWN_CARE)));
        }
    }
}
