package gm.sharing.project;

import static java.util.stream.Collectors.joining;

import gm.sharing.Refused;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Sector;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the common law duty of confidentiality and the national data opt-out ask of a flow of confidential information about
 * health or care.
 */
final class ConfidentialityRules {

    private static final String IMPLIED_CONSENT = "Implied consent";

    /** How the opt-out is answered where people's own care is the purpose. */
    private static final String OWN_CARE = "Not applied: for their own care";

    /** Communicable disease and other risks to public health: regulation 3 sets confidentiality and opt-out aside. */
    private static final String REGULATION_3 = "regulation 3";

    /**
     * Sectors that give individual care. Consent can be taken as given only for that (Caldicott Principles; working rule of
     * the framework until the table of purposes comes).
     */
    private static final Set<Sector> CARE =
            EnumSet.of(Sector.NHS_TRUST, Sector.ICB, Sector.GP_PRACTICE, Sector.COUNCIL, Sector.VCFSE, Sector.OTHER);

    private final Function<OrganisationCode, Organisation> directory;

    ConfidentialityRules(Function<OrganisationCode, Organisation> directory) {
        this.directory = directory;
    }

    /**
     * @param name of the flow in the refusal
     * @param processors act for somebody else, so their own sector does not matter
     */
    void check(Flow flow, String name, Collection<OrganisationCode> processors) {
        if (!flow.confidentialCare()) {
            return;
        }
        if (isBlank(flow.confidentiality())) {
            throw new Refused(name + ": say what allows confidential health or care information to be shared under the"
                    + " common law duty of confidentiality.");
        }
        if (isBlank(flow.optOut())) {
            throw new Refused(name + ": say how the national data opt-out applies to the confidential information.");
        }
        boolean implied = begins(flow.confidentiality(), IMPLIED_CONSENT);
        boolean ownCare = begins(flow.optOut(), OWN_CARE);
        if (implied && !ownCare) {
            throw new Refused(
                    name + ": implied consent holds only for people’s own care, and the national data opt-out then"
                            + " does not apply. Answer “Not applied: for their own care”, or choose what else allows the sharing.");
        }
        if (implied || ownCare) {
            ownCareOnly(flow, name, processors);
        }
        if (says(flow.confidentiality(), REGULATION_3) != says(flow.optOut(), REGULATION_3)) {
            throw new Refused(
                    name + ": regulation 3 on communicable disease and other risks to public health sets both the duty"
                            + " of confidentiality and the national data opt-out aside. Choose it in both answers, or in neither.");
        }
    }

    private void ownCareOnly(Flow flow, String name, Collection<OrganisationCode> processors) {
        List<OrganisationCode> others = flow.to().stream()
                .filter(code -> !processors.contains(code))
                .filter(code -> !CARE.contains(directory.apply(code).sector()))
                .toList();
        if (!others.isEmpty()) {
            throw new Refused(
                    ("%s: %s gives no individual care, so neither implied consent nor “for their own care” holds for it."
                                    + " Choose what else allows the sharing, such as explicit consent, a legal duty or an overriding"
                                    + " public interest, or describe it as a flow of its own.")
                            .formatted(
                                    name,
                                    others.stream()
                                            .map(code -> directory.apply(code).name())
                                            .collect(joining(", "))));
        }
    }

    private static boolean begins(@Nullable String answer, String with) {
        return answer != null && answer.startsWith(with);
    }

    private static boolean says(@Nullable String answer, String what) {
        return answer != null && answer.contains(what);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
