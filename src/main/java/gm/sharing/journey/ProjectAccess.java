package gm.sharing.journey;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.SharingProject;
import org.jspecify.annotations.Nullable;

/**
 * Who may see what of a project: its lead and the lead organisation, the partners once it was sent to them, the
 * Information Board and administrators. What belongs to one partner's review is that partner's, the lead organisation's
 * and the Board's.
 */
record ProjectAccess(SharingProject project, Person person) {

    boolean maySee() {
        return leads() || oversees() || partner() != null;
    }

    /** Whether drafts that were not sent to the partners may be read. */
    boolean maySeeDrafts() {
        return leads() || oversees();
    }

    /**
     * Whether notes, conditions and decisions of a review may be read.
     *
     * @param organisation whose review it is, or null for what concerns everybody in the project
     */
    boolean maySeeReviewOf(@Nullable OrganisationCode organisation) {
        return organisation == null
                || leads()
                || person.holds(Role.INFORMATION_BOARD)
                || organisation.equals(partner());
    }

    boolean mayWithdraw() {
        return project.isLedBy(person) && !project.status().isEnd();
    }

    private boolean leads() {
        return project.lead().equals(person.id()) || belongsTo(project.leadOrganisation());
    }

    private boolean oversees() {
        return person.holds(Role.INFORMATION_BOARD) || person.holds(Role.ADMINISTRATOR);
    }

    /** The partner that the person belongs to, or null; before it was sent to the partners there is none. */
    private @Nullable OrganisationCode partner() {
        return person.organisation()
                .filter(organisation -> project.sentToPartners()
                        && project.partner(organisation).isPresent())
                .orElse(null);
    }

    private boolean belongsTo(OrganisationCode organisation) {
        return person.organisation().filter(organisation::equals).isPresent();
    }
}
