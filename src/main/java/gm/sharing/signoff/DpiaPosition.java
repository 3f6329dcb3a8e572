package gm.sharing.signoff;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a partner stands to the lead organisation's data protection impact assessment. */
public enum DpiaPosition {
    ADOPT("adopt", "Adopts the DPIA"),
    ADAPT("adapt", "Adapts the DPIA"),
    DISSENT("dissent", "Dissents from the DPIA");

    private final String code;
    private final String label;

    DpiaPosition(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The word that forms submit and models route on. */
    @JsonValue
    public String code() {
        return code;
    }

    /** As people read it, once it is taken. */
    public String label() {
        return label;
    }
}
