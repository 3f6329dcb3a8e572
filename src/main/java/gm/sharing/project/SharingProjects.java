package gm.sharing.project;

import gm.sharing.organisation.OrganisationCode;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Where sharing projects are kept. */
interface SharingProjects extends Repository<SharingProject, String> {

    Optional<SharingProject> findById(String reference);

    /** One short row instead of the whole project. */
    @Query(
            """
            select new gm.sharing.project.Headline(
                project.reference, project.proposal.title, project.lead, project.leadOrganisation)
            from SharingProject project where project.reference = :reference""")
    Optional<Headline> findHeadline(String reference);

    /** One short row instead of the whole project. */
    @Query(
            """
            select partner from SharingProject project join project.partners partner
            where project.reference = :reference and partner.organisation = :organisation""")
    Optional<Partner> findPartner(String reference, OrganisationCode organisation);

    @Query(
            """
            select flow from SharingProject project join project.flows flow
            where project.reference = :reference and flow.confidentialCare = true""")
    List<Flow> findFlowsOfConfidentialCare(String reference);

    SharingProject save(SharingProject project);

    List<SharingProject> findByLeadOrderByReferenceDesc(String lead);

    List<SharingProject> findByLeadOrganisationOrderByReferenceDesc(OrganisationCode organisation);

    List<SharingProject> findAllByOrderByReferenceDesc();

    @Query(
            """
            select project from SharingProject project join project.partners partner
            where partner.organisation = :organisation order by project.reference desc""")
    List<SharingProject> findByPartner(OrganisationCode organisation);

    @Query(
            """
            select project from SharingProject project join project.formerPartners former
            where former.organisation = :organisation order by project.reference desc""")
    List<SharingProject> findByFormerPartner(OrganisationCode organisation);

    @Query(nativeQuery = true, value = "select nextval('project_number')")
    long nextNumber();
}
