package gm.sharing.project;

import gm.sharing.Refused;
import java.util.List;
import java.util.stream.Stream;

/**
 * On what a significant decision may rest that a machine takes alone: not on a recognised legitimate interest, and on special
 * category data only with explicit consent, or with a substantial public interest where the law requires or authorises it
 * (UK GDPR, Article 22B, inserted by section 80 of the Data (Use and Access) Act 2025).
 */
final class AutomatedDecisionRules {

    private static final String WAY_OUT =
            " Revise it first: choose another basis for the flow, or have a person decide and answer the screening so.";

    private AutomatedDecisionRules() {}

    static void check(List<Flow> flows, Law law) {
        for (int i = 0; i < flows.size(); i++) {
            check(flows.get(i), i + 1, law);
        }
    }

    private static void check(Flow flow, int number, Law law) {
        if (flow.underUkGdpr().isEmpty()) {
            return;
        }
        Stream.of(flow.article6(), flow.recipientsArticle6())
                .flatMap(Stream::ofNullable)
                .filter(basis -> !law.allowsMachineAlone(law.lawfulBases(), basis))
                .findFirst()
                .ifPresent(basis -> {
                    throw new Refused(
                            ("Flow %d: a machine alone decides, and such a decision may not rest on %s (UK GDPR,"
                                            + " Article 22B(4)).%s")
                                    .formatted(number, law.lawfulBases().label(basis), WAY_OUT));
                });
        String condition = flow.article9();
        if (condition != null && !condition.isBlank() && !law.allowsMachineAlone(law.specialCategories(), condition)) {
            throw new Refused(
                    ("Flow %d: a machine alone decides, and it holds special category data under %s. Such a decision"
                                    + " rests only on explicit consent, 9(2)(a), or on 9(2)(g) where the law requires or authorises it"
                                    + " (UK GDPR, Article 22B(1) to (3)).%s")
                            .formatted(number, law.specialCategories().label(condition), WAY_OUT));
        }
    }
}
