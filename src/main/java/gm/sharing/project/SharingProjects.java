package gm.sharing.project;

import gm.sharing.organisation.OrganisationCode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Where sharing projects are kept. */
interface SharingProjects extends Repository<SharingProject, String> {

    /** Lines instead of whole projects. */
    String SUMMARIES =
            """
            select new gm.sharing.project.ProjectSummary(
                project.reference, project.proposal.title, project.leadership.leadOrganisation, project.needs.onBehalfOf,
                project.progress.status, project.proposal.urgency)
            from SharingProject project
            """;

    Optional<SharingProject> findById(String reference);

    /** One short row instead of the whole project. */
    @Query(
            """
            select new gm.sharing.project.Headline(
                project.reference, project.proposal.title, project.leadership.lead, project.leadership.leadOrganisation)
            from SharingProject project where project.reference = :reference""")
    Optional<Headline> findHeadline(String reference);

    /** One short row instead of the whole project. */
    @Query(
            """
            select partner from SharingProject project join project.sharing.partners partner
            where project.reference = :reference and partner.organisation = :organisation""")
    Optional<Partner> findPartner(String reference, OrganisationCode organisation);

    @Query(
            """
            select flow from SharingProject project join project.sharing.flows flow
            where project.reference = :reference and flow.confidentialCare = true""")
    List<Flow> findFlowsOfConfidentialCare(String reference);

    SharingProject save(SharingProject project);

    @Query(
            SUMMARIES
                    + """
            where project.leadership.lead = :lead and project.progress.status not in (
              gm.sharing.project.ProjectStatus.WITHDRAWN, gm.sharing.project.ProjectStatus.STOPPED)
            order by project.reference desc""")
    List<ProjectSummary> findGoingOnLedBy(String lead);

    @Query(
            """
            select count(project) > 0 from SharingProject project
            where project.leadership.lead = :lead and project.progress.status not in (
              gm.sharing.project.ProjectStatus.WITHDRAWN, gm.sharing.project.ProjectStatus.STOPPED)""")
    boolean isAnyGoingOnLedBy(String lead);

    @Query(
            """
            select project.reference from SharingProject project
            where project.leadership.lead = :person or project.leadership.leadOrganisation in :organisations
              or project.leadership.runBy in :organisations""")
    List<String> findReferencesLedBy(String person, Collection<OrganisationCode> organisations);

    @Query(
            """
            select project.reference from SharingProject project join project.sharing.partners partner
            where project.progress.sentToPartners and partner.organisation in :organisations""")
    List<String> findReferencesSentTo(Collection<OrganisationCode> organisations);

    /** Newest first. By the bare reference PostgreSQL walks through all projects from the newest until it has found enough. */
    @Query(
            """
            select project.reference from SharingProject project
            where (project.leadership.lead = :person or project.leadership.leadOrganisation in :organisations
                or project.leadership.runBy in :organisations)
              and project.progress.status not in (
                gm.sharing.project.ProjectStatus.WITHDRAWN, gm.sharing.project.ProjectStatus.STOPPED)
            order by coalesce(project.reference, '') desc""")
    List<String> findNewestLedBy(String person, Collection<OrganisationCode> organisations, Limit most);

    /** Newest first. */
    @Query(
            """
            select project.reference from SharingProject project
            where project.progress.sentToPartners and project.progress.status not in (
                gm.sharing.project.ProjectStatus.WITHDRAWN, gm.sharing.project.ProjectStatus.STOPPED)
              and exists (select 1 from project.sharing.partners partner where partner.organisation in :organisations)
            order by coalesce(project.reference, '') desc""")
    List<String> findNewestSentTo(Collection<OrganisationCode> organisations, Limit most);

    @Query(
            SUMMARIES
                    + """
            where project.progress.status not in (
                gm.sharing.project.ProjectStatus.WITHDRAWN, gm.sharing.project.ProjectStatus.STOPPED)
              and (project.leadership.leadOrganisation = :organisation or project.leadership.runBy = :organisation
                or exists (select 1 from project.sharing.partners partner where partner.organisation = :organisation))
            order by project.reference""")
    List<ProjectSummary> findRunning(OrganisationCode organisation);

    @Query(SUMMARIES
            + """
            where project.reference in :references
            order by project.reference desc""")
    List<ProjectSummary> findByReferenceIn(Collection<String> references);

    @Query(
            """
            select new gm.sharing.project.DescribedSoFar(
                project.reference,
                case when project.needs.purpose is null then false else true end,
                case when project.sharing.partners is empty then false else true end,
                case when project.sharing.flows is empty then false else true end,
                case when project.agreed.arrangements.startDate is null then false else true end)
            from SharingProject project where project.reference in :references""")
    List<DescribedSoFar> findDescribedSoFar(Collection<String> references);

    @Query(
            SUMMARIES
                    + """
            where lower(project.proposal.title) = lower(:title) and project.reference <> :reference
              and (project.progress.status = gm.sharing.project.ProjectStatus.PUBLISHED
                or (project.leadership.leadOrganisation = :organisation and project.progress.status not in (
                  gm.sharing.project.ProjectStatus.WITHDRAWN, gm.sharing.project.ProjectStatus.STOPPED)))
            order by project.reference desc""")
    Page<ProjectSummary> findNamed(String title, String reference, OrganisationCode organisation, Pageable page);

    /** Until the transaction ends nobody else holds it or changes the project. */
    @Query(nativeQuery = true, value = "select reference from project where reference = :reference for update")
    Optional<String> hold(String reference);

    @Query(nativeQuery = true, value = "select nextval('project_number')")
    long nextNumber();
}
