package gm.sharing.organisation;

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
}
