package gm.sharing.consultation;

import gm.sharing.code.Coded;

/** The law under which the Commissioner is consulted; the periods differ. */
public enum Regime implements Coded {
    UK_GDPR("UK GDPR, Article 36"),
    LAW_ENFORCEMENT("Data Protection Act 2018, section 65 (law enforcement)");

    private final String label;

    Regime(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
