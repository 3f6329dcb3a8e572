package gm.sharing.organisation;

import java.util.Set;

/** The kinds of organisations that share information in Greater Manchester. */
public enum Sector {
    COUNCIL("Council"),
    COMBINED_AUTHORITY("Combined authority"),
    NHS_TRUST("NHS trust"),
    ICB("Integrated care board"),
    GP_PRACTICE("GP practice"),
    POLICE("Police"),
    FIRE("Fire and rescue"),
    PROBATION("Probation"),
    HOUSING("Housing"),
    VCFSE("Voluntary, community, faith and social enterprise"),
    UNIVERSITY("University"),
    TRANSPORT("Transport"),
    CENTRAL_GOVERNMENT("Central government"),
    OTHER("Other");

    private final String label;

    Sector(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /**
     * Whether its organisations submit the Data Security and Protection Toolkit, as everybody with access to NHS data and
     * systems does. Police, fire, landlords and others have schemes of their own.
     */
    boolean submitsToolkit() {
        return Set.of(COUNCIL, NHS_TRUST, ICB, GP_PRACTICE).contains(this);
    }
}
