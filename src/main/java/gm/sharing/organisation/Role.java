package gm.sharing.organisation;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts that people play. A role is a group of the engine, for most roles one for each organisation. */
@WordsIn("organisation/names")
public enum Role implements Worded {
    PROJECT_LEAD("project-leads", false),
    IG_OFFICER("ig", true),
    DPO("dpo", true),
    SIGNATORY("signatory", true),
    CALDICOTT_GUARDIAN("caldicott", true),
    /** Belongs to the organisation; every person with an organisation is in exactly one such group. */
    MEMBER("org", true),
    /** Keeps what the directory says of one organisation. */
    ORGANISATION_ADMINISTRATOR("admin", true),
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

    /** The role that a group of the engine stands for, whichever organisation's; empty for a group that is nobody's role. */
    public static Optional<Role> ofGroup(String group) {
        return Arrays.stream(values())
                .filter(role -> role.perOrganisation ? role.isOfOneOrganisation(group) : group.equals(role.name))
                .findFirst();
    }

    /** The role that a word such as {@code ig} or {@code project-leads} stands for, without an organisation. */
    public static Optional<Role> named(String word) {
        return Arrays.stream(values()).filter(role -> role.name.equals(word)).findFirst();
    }

    /** The word that stands for the role without an organisation, such as {@code ig}. */
    public String word() {
        return name;
    }

    /** Whether people or files call the role so: by its word or by its label. */
    public boolean isCalled(String text) {
        return name.equalsIgnoreCase(text) || label().equalsIgnoreCase(text);
    }

    /** The organisation to which somebody in these groups belongs; empty for the Information Board and administrators. */
    public static Optional<OrganisationCode> membership(Collection<String> groups) {
        return groups.stream()
                .filter(group -> ofGroup(group).filter(MEMBER::equals).isPresent())
                .map(MEMBER::organisationIn)
                .findFirst();
    }

    /** Groups that an administrator makes may begin like a role's and mean something else. */
    private boolean isOfOneOrganisation(String group) {
        return group.startsWith(name + "-") && OrganisationCode.isOne(group.substring(name.length() + 1));
    }

    /** The organisation of a group that holds this role for one. */
    public OrganisationCode organisationIn(String group) {
        return new OrganisationCode(group.substring(name.length() + 1));
    }

    /** The organisation for which a group of the engine holds an office; empty for every other group. */
    public static Optional<OrganisationCode> organisationOf(String group) {
        return ofGroup(group).filter(Role::isOffice).map(role -> role.organisationIn(group));
    }

    /** The organisation that a group of the engine is for, whatever the role; empty for every other group. */
    static Optional<OrganisationCode> forWhom(String group) {
        return ofGroup(group).filter(Role::perOrganisation).map(role -> role.organisationIn(group));
    }

    /**
     * Whether whoever holds it acts for an organisation. An office passes to a deputy while its holder is away, and to
     * the organisation that acts for one in which nobody holds it; other roles do not.
     */
    public boolean isOffice() {
        return perOrganisation && this != MEMBER && this != ORGANISATION_ADMINISTRATOR;
    }

    /** The roles that people of an organisation hold in it: offices and that of its administrator. */
    public static List<Role> ofOrganisations() {
        return Arrays.stream(values())
                .filter(role -> role.isOffice() || role == ORGANISATION_ADMINISTRATOR)
                .toList();
    }

    /** The label within a sentence. */
    public String words() {
        return this == IG_OFFICER || this == CALDICOTT_GUARDIAN || this == INFORMATION_BOARD
                ? label()
                : label().toLowerCase(Locale.UK);
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
