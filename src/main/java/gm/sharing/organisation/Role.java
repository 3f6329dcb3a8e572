package gm.sharing.organisation;

/** The parts that people play. A role is a group of the engine, for most roles one for each organisation. */
public enum Role {
    PROJECT_LEAD("project-leads", false),
    IG_OFFICER("ig", true),
    DPO("dpo", true),
    SIGNATORY("signatory", true),
    CALDICOTT_GUARDIAN("caldicott", true),
    /** Belongs to the organisation; every person with an organisation is in exactly one such group. */
    MEMBER("org", true),
    INFORMATION_BOARD("information-board", false),
    ETHICS_PANEL("ethics-panel", false),
    PROCESS_OWNER("process-owners", false),
    /** Runs the application; the engine knows this group by this name. */
    ADMINISTRATOR("camunda-admin", false);

    private final String name;
    private final boolean perOrganisation;

    Role(String name, boolean perOrganisation) {
        this.name = name;
        this.perOrganisation = perOrganisation;
    }

    public boolean perOrganisation() {
        return perOrganisation;
    }

    /** The group of a role that is held for all of Greater Manchester. */
    public String group() {
        if (perOrganisation) {
            throw new IllegalArgumentException(this + " is held for an organisation");
        }
        return name;
    }

    /** The group of a role that is held for one organisation, for example {@code ig-manchester}. */
    public String groupOf(OrganisationCode organisation) {
        if (!perOrganisation) {
            throw new IllegalArgumentException(this + " is not held for an organisation");
        }
        return name + "-" + organisation.value();
    }
}
