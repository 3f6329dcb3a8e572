package gm.sharing.project;

import gm.sharing.organisation.OrganisationCode;

/** What a project is called and who leads it: all that is needed to say what something is about. */
public record Headline(ProjectReference reference, String title, String lead, OrganisationCode leadOrganisation) {

    /** As the database gives it. */
    Headline(String reference, String title, String lead, OrganisationCode leadOrganisation) {
        this(new ProjectReference(reference), title, lead, leadOrganisation);
    }
}
