package gm.sharing.dpia;

import gm.sharing.code.Coded;

/** What follows from the prior consultation with the Information Commissioner (Article 36 of UK GDPR). */
public enum ConsultationOutcome implements Coded {
    GO_ON("The project goes on with the measures that were advised"),
    CHANGE("The project is changed"),
    STOP("The project stops");

    private final String label;

    ConsultationOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
