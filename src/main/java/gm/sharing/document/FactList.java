package gm.sharing.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects named answers and leaves out those that nobody gave. */
public final class FactList {

    private final List<Fact> facts = new ArrayList<>();

    /** Adds an answer unless it is blank. */
    public FactList add(String key, String name, @Nullable String answer) {
        if (answer != null && !answer.isBlank()) {
            facts.add(new Fact(key, name, answer));
        }
        return this;
    }

    /** Adds an answer that is there already, with its key. */
    public FactList add(Fact fact) {
        facts.add(fact);
        return this;
    }

    public List<Fact> facts() {
        return List.copyOf(facts);
    }

    public Block block() {
        return new Block.Facts(facts);
    }
}
