package gm.sharing.steps.signoff;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.SharingProject;
import gm.sharing.workflow.model.Tables;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.variable.Variables;
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
        var roles = tables.ask(
                "sign-off-roles",
                Variables.putValue("role", position.role().code())
                        .putValue("confidentialCare", position.confidentialCare())
                        .putValue("givesConfidentialCare", position.givesConfidentialCare())
                        .putValue("hasGuardian", position.hasGuardian())
                        .putValue("residualHigh", position.residualHigh()));
        return new WhoDecides(
                single(roles, "signs", Boolean.class)
                        ? single(roles, "signatories", Number.class).intValue()
                        : 0,
                single(roles, "caldicott", Boolean.class));
    }

    /** Working days until the partner's decision is due. */
    public int days(SharingProject project, OrganisationCode partner) {
        return single(
                        tables.ask(
                                "review-deadlines",
                                Variables.putValue("kind", "sign-off")
                                        .putValue(
                                                "urgency",
                                                project.proposal().urgency().code())
                                        .putValue("partner", partner.value())
                                        .putValue(
                                                "leadOrganisation",
                                                project.leadOrganisation().value())),
                        "dueDays",
                        Number.class)
                .intValue();
    }

    /** Whom a change of this section asks again. */
    Materiality materiality(String section) {
        return Materiality.of(
                single(tables.ask("materiality", Variables.putValue("section", section)), "asks", String.class));
    }

    private static <T> T single(DmnDecisionTableResult result, String output, Class<T> type) {
        return type.cast(result.getSingleResult().getEntry(output));
    }
}
