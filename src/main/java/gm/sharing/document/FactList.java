package gm.sharing.document;

import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects named answers and leaves out those that nobody gave. */
public final class FactList {

    private final List<Fact> facts = new ArrayList<>();
    private final @Nullable Words names;

    public FactList() {
        this.names = null;
    }

    /**
     * A list whose answers are called what a file of wording says.
     *
     * @param names what the answers are called, by their keys
     */
    public FactList(Words names) {
        this.names = names;
    }

    /** Adds an answer under its name unless it is blank. */
    public FactList add(String key, @Nullable String answer) {
        return add(
                key,
                Objects.requireNonNull(names, "Names of answers come from a file of wording")
                        .text(key),
                answer);
    }

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
