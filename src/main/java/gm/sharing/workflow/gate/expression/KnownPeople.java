package gm.sharing.workflow.gate.expression;

import gm.sharing.workflow.gate.KnownGroups;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether something names people whom the program knows: by what it set itself, or by a role or an organisation that there is. */
@Component
class KnownPeople {

    private final KnownGroups groups;

    KnownPeople(KnownGroups groups) {
        this.groups = groups;
    }

    boolean are(Whom wanted, Meant meant) {
        return meant.isNobodyBut(wanted)
                && meant.written().stream().map(String::strip).allMatch(word -> isOne(wanted, word));
    }

    /** People are never written down, who may leave. */
    private boolean isOne(Whom wanted, String word) {
        return Optional.of(word)
                .filter(written -> !ExpressionSyntax.isIn(written))
                .filter(written -> switch (wanted) {
                    case ORGANISATION -> groups.contains("ig-" + written);
                    case GROUP -> groups.contains(written);
                    default -> false;
                })
                .isPresent();
    }
}
