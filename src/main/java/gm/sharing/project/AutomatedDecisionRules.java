package gm.sharing.project;

import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On what a significant decision may rest that a machine takes alone: not on a recognised legitimate interest, and on special
 * category data only with explicit consent, or with a substantial public interest where the law requires or authorises it
 * (UK GDPR, Article 22B, inserted by section 80 of the Data (Use and Access) Act 2025).
 */
final class AutomatedDecisionRules {

    private static final String WAY_OUT =
            " Revise it first: choose another basis for the flow, or have a person decide and answer the screening so.";

    private AutomatedDecisionRules() {}

    /** @throws Refused with the flows and their answers on which such a decision may not rest */
    static void check(List<Flow> flows, Law law) {
        List<Complaint> complaints = new ArrayList<>();
        for (int i = 0; i < flows.size(); i++) {
            FlowRow row = new FlowRow(i, flows.get(i));
            check(row, law);
            complaints.addAll(row.complaints());
        }
        if (!complaints.isEmpty()) {
            throw new Refused(complaints);
        }
    }

    private static void check(FlowRow row, Law law) {
        Flow flow = row.flow();
        if (flow.underUkGdpr().isEmpty()) {
            return;
        }
        basis(row, "article6", flow.article6(), law);
        basis(row, "recipientsArticle6", flow.recipientsArticle6(), law);
        String condition = flow.article9();
        if (condition != null && !condition.isBlank() && !law.allowsMachineAlone(law.specialCategories(), condition)) {
            row.complain(
                    "article9",
                    ("a machine alone decides, and the flow holds special category data under %s. Such a decision rests only"
                                    + " on explicit consent, 9(2)(a), or on 9(2)(g) where the law requires or authorises it (UK GDPR,"
                                    + " Article 22B(1) to (3)).%s")
                            .formatted(law.specialCategories().label(condition), WAY_OUT));
        }
    }

    private static void basis(FlowRow row, String field, @Nullable String basis, Law law) {
        if (basis != null && !law.allowsMachineAlone(law.lawfulBases(), basis)) {
            row.complain(
                    field,
                    "a machine alone decides, and such a decision may not rest on %s (UK GDPR, Article 22B(4)).%s"
                            .formatted(law.lawfulBases().label(basis), WAY_OUT));
        }
    }
}
