package gm.sharing.workflow.sharingproject;

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

    /** Whom a change of this section asks again. */
    Materiality materiality(String section) {
        return Materiality.of(single(
                decisions.evaluateDecisionTableByKey("materiality", Variables.putValue("section", section)),
                "asks",
                String.class));
    }

    private static <T> T single(DmnDecisionTableResult result, String output, Class<T> type) {
        return type.cast(result.getSingleResult().getEntry(output));
    }
}
