package gm.sharing.steps.signoff;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.SharingProject;
import gm.sharing.workflow.model.Tables;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the decision tables about sign-off, in the version that the process owner deployed last. */
@Component
public class SignOffTables {

    private final Tables tables;

    SignOffTables(Tables tables) {
        this.tables = tables;
    }

    /**
     * Who takes part in a partner's decision.
     *
     * @param signatories how many people sign for the partner; 0 when it does not sign at all
     * @param guardian whether its Caldicott Guardian is asked
     */
    record WhoDecides(int signatories, boolean guardian) {}

    /** Who decides for a partner in this position. */
    WhoDecides whoDecides(PartnersPosition position) {
        var roles = tables.one(
                "sign-off-roles",
                Map.of(
                        "role", position.role().code(),
                        "confidentialCare", position.confidentialCare(),
                        "givesConfidentialCare", position.givesConfidentialCare(),
                        "hasGuardian", position.hasGuardian(),
                        "residualHigh", position.residualHigh()));
        return new WhoDecides(roles.truth("signs") ? roles.whole("signatories") : 0, roles.truth("caldicott"));
    }

    /** Working days until the partner's decision is due. */
    public int days(SharingProject project, OrganisationCode partner) {
        return tables.one(
                        "review-deadlines",
                        Map.of(
                                "kind", "sign-off",
                                "urgency", project.proposal().urgency().code(),
                                "partner", partner.value(),
                                "leadOrganisation", project.leadOrganisation().value()))
                .whole("dueDays");
    }

    /** Whom a change of this section asks again. */
    Materiality materiality(String section) {
        return Materiality.of(
                tables.one("materiality", Map.of("section", section)).text("asks"));
    }
}
