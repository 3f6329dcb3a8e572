package gm.sharing.agreement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects named answers and leaves out those that nobody gave. */
final class FactList {

    private final List<Fact> facts = new ArrayList<>();

    FactList add(String name, @Nullable String answer) {
        if (answer != null && !answer.isBlank()) {
            facts.add(new Fact(name, answer));
        }
        return this;
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    Block block() {
        return new Block.Facts(facts);
    }
}
