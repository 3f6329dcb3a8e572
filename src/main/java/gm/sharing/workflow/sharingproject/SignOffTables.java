package gm.sharing.workflow.sharingproject;

import gm.sharing.document.Change;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.Partner;
import gm.sharing.project.SharingProject;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the decision tables about sign-off, in the version that the process owner deployed last. */
@Component
class SignOffTables {

    private final DecisionService decisions;

    SignOffTables(DecisionService decisions) {
        this.decisions = decisions;
    }

    /** Whether the partner signs at all. */
    boolean signs(SharingProject project, Partner partner) {
        return single(
                decisions.evaluateDecisionTableByKey(
                        "sign-off-roles",
                        Variables.putValue("role", partner.role().code())
                                .putValue("confidentialCare", project.confidentialCare(partner.organisation()))),
                "signs",
                Boolean.class);
    }

    /** Working days until the partners' decisions are due. */
    int days(SharingProject project) {
        return single(
                        decisions.evaluateDecisionTableByKey(
                                "review-deadlines",
                                Variables.putValue("kind", "sign-off")
                                        .putValue("urgency", project.urgency().code())),
                        "dueDays",
                        Number.class)
                .intValue();
    }

    /** Whether the change makes a partner that has signed sign again. */
    boolean concerns(Change change, OrganisationCode partner) {
        var asks = single(
                decisions.evaluateDecisionTableByKey("materiality", Variables.putValue("section", change.section())),
                "asks",
                String.class);
        return switch (asks) {
            case "all" -> true;
            case "touched" -> change.touches().isEmpty() || change.touches().contains(partner);
            case "none" -> false;
            default -> throw new IllegalStateException("The table materiality does not know “" + asks + "”.");
        };
    }

    private static <T> T single(DmnDecisionTableResult result, String output, Class<T> type) {
        return type.cast(result.getSingleResult().getEntry(output));
    }
}
