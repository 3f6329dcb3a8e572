package gm.sharing.register;

import gm.sharing.agreement.Agreement;
import gm.sharing.document.Fact;
import gm.sharing.document.Section;
import java.util.List;
import java.util.Optional;

/**
 * An algorithmic tool in the register, as its agreement was published.
 *
 * @param facts what the Algorithmic Transparency Recording Standard asks for in its first tier
 */
record AlgorithmLine(String reference, String agreement, String usedBy, String name, List<Fact> facts) {

    private static final String NAME = "name";

    /** Empty when the agreement names no tool. */
    static Optional<AlgorithmLine> of(Agreement agreement, Section tool) {
        return tool.answer(NAME)
                .map(name -> new AlgorithmLine(
                        agreement.reference().value(),
                        agreement.title(),
                        String.join(", ", agreement.parties()),
                        name,
                        tool.facts().stream().filter(fact -> !fact.goesBy(NAME)).toList()));
    }
}
