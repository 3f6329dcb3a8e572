package gm.sharing.project;

import gm.sharing.organisation.OrganisationCode;
import org.jspecify.annotations.Nullable;

/**
 * A project as lists show it.
 *
 * @param onBehalfOf the partnership for which the lead organisation proposed it, or null
 */
public record ProjectSummary(
        ProjectReference reference,
        String title,
        OrganisationCode leadOrganisation,
        @Nullable OrganisationCode onBehalfOf,
        ProjectStatus status,
        Urgency urgency) {

    /** As the database gives it. */
    ProjectSummary(
            String reference,
            String title,
            OrganisationCode leadOrganisation,
            @Nullable OrganisationCode onBehalfOf,
            ProjectStatus status,
            Urgency urgency) {
        this(new ProjectReference(reference), title, leadOrganisation, onBehalfOf, status, urgency);
    }
}
