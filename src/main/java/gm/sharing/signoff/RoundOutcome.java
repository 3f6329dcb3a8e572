package gm.sharing.signoff;

import gm.sharing.code.Coded;

/**
 * What came of a round. When several apply, the first in this order counts: the Board's stop ends everything; a refusal
 * goes to the Board whatever the others say; requested changes make a new version; and only then does the agreement go on
 * without those whom the Board leaves out.
 */
public enum RoundOutcome implements Coded {
    STOPPED("the Information Board stopped the project"),
    REFUSED("at least one partner refused"),
    CHANGES_REQUESTED("at least one partner asked for changes or withdrew its signature"),
    GO_ON_WITHOUT("the Information Board decided to go ahead without a partner"),
    ALL_SIGNED("every partner that was asked has signed");

    private final String words;

    RoundOutcome(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
