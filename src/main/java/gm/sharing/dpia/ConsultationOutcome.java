package gm.sharing.dpia;

import com.fasterxml.jackson.annotation.JsonValue;

/** What follows from the prior consultation with the Information Commissioner (Article 36 of UK GDPR). */
public enum ConsultationOutcome {
    GO_ON("go-on", "The project goes on with the measures that were advised"),
    CHANGE("change", "The project is changed"),
    STOP("stop", "The project stops");

    private final String code;
    private final String label;

    ConsultationOutcome(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The name in forms, process variables and models. */
    @JsonValue
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
