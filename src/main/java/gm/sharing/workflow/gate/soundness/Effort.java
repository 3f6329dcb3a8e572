package gm.sharing.workflow.gate.soundness;

/** What the search may still try in a file; a model that needs more is refused, so that no model can keep a node busy. */
final class Effort {

    /** About a second's work; the largest shipped model needs a tenth of it. */
    static final int MOST = 300_000;

    private int left = MOST;

    /**
     * Counts one position of tokens.
     *
     * @param scope whose size says what a position costs
     * @throws NotCheckedException when nothing is left
     */
    void spend(Scope scope) {
        left -= 1 + scope.steps().size() / 32;
        if (left < 0) {
            Step start = scope.starts().get(0);
            throw new NotCheckedException(
                    start,
                    "cannot be checked: too many combinations of steps can be open at once. Put paths that run side by side"
                            + " into sub-processes");
        }
    }
}
