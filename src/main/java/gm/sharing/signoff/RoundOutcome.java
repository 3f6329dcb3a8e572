package gm.sharing.signoff;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What came of a round. When several apply, the first in this order counts: the Board's stop ends everything; a refusal
 * goes to the Board whatever the others say; requested changes make a new version; and only then does the agreement go on
 * without those whom the Board leaves out.
 */
public enum RoundOutcome {
    STOPPED("stopped", "the Information Board stopped the project"),
    REFUSED("refused", "at least one partner refused"),
    CHANGES_REQUESTED("changes-requested", "at least one partner asked for changes or withdrew its signature"),
    GO_ON_WITHOUT("go-on-without", "the Information Board decided to go ahead without a partner"),
    ALL_SIGNED("all-signed", "every partner that was asked has signed");

    private final String code;
    private final String words;

    RoundOutcome(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The word that models route on. */
    @JsonValue
    public String code() {
        return code;
    }

    String words() {
        return words;
    }
}
