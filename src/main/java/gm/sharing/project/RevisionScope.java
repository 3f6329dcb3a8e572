package gm.sharing.project;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the lead wants to change in a revision; the process goes on there. */
public enum RevisionScope {
    SHARING("sharing", "what is shared, the partners or the flows"),
    ARRANGEMENTS("arrangements", "how the information is handled"),
    DPIA("dpia", "the DPIA");

    private final String code;
    private final String label;

    RevisionScope(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The word that forms submit and models route on. */
    @JsonValue
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
