package gm.sharing.project;

import gm.sharing.Refused;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * On what a significant decision may rest that a machine takes alone: not on a recognised legitimate interest, and on special
 * category data only with explicit consent, or with a substantial public interest where the law requires or authorises it
 * (UK GDPR, Article 22B, inserted by section 80 of the Data (Use and Access) Act 2025).
 */
final class AutomatedDecisionRules {

    private static final String WAY_OUT =
            " Revise it first: choose another basis for the flow, or have a person decide and answer the screening so.";

    private static final Set<String> SPECIAL_ALLOWED = Set.of(LegalCode.CONSENT, LegalCode.SUBSTANTIAL_INTEREST);

    private AutomatedDecisionRules() {}

    static void check(List<Flow> flows) {
        for (int i = 0; i < flows.size(); i++) {
            check(flows.get(i), i + 1);
        }
    }

    private static void check(Flow flow, int number) {
        if (flow.underUkGdpr().isEmpty()) {
            return;
        }
        Stream.of(LegalCode.of(flow.article6()), LegalCode.of(flow.recipientsArticle6()))
                .filter(LegalCode.RECOGNISED_INTERESTS::equals)
                .findFirst()
                .ifPresent(basis -> {
                    throw new Refused(
                            ("Flow %d: a machine alone decides, and such a decision may not rest on %s (UK GDPR,"
                                            + " Article 22B(4)).%s")
                                    .formatted(number, basis, WAY_OUT));
                });
        String condition = LegalCode.of(flow.article9());
        if (!condition.isEmpty() && !SPECIAL_ALLOWED.contains(condition)) {
            throw new Refused(
                    ("Flow %d: a machine alone decides, and it holds special category data under %s. Such a decision"
                                    + " rests only on explicit consent, 9(2)(a), or on 9(2)(g) where the law requires or authorises it"
                                    + " (UK GDPR, Article 22B(1) to (3)).%s")
                            .formatted(number, condition, WAY_OUT));
        }
    }
}
