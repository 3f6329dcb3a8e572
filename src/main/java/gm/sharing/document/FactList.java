package gm.sharing.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects named answers and leaves out those that nobody gave. */
public final class FactList {

    private final List<Fact> facts = new ArrayList<>();

    /** Adds an answer unless it is blank. */
    public FactList add(String name, @Nullable String answer) {
        if (answer != null && !answer.isBlank()) {
            facts.add(new Fact(name, answer));
        }
        return this;
    }

    public List<Fact> facts() {
        return List.copyOf(facts);
    }

    public Block block() {
        return new Block.Facts(facts);
    }
}
