package gm.sharing.project;

import static gm.sharing.Changed.changed;
import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;
import static gm.sharing.project.ProjectFixture.arrangements;
import static gm.sharing.project.ProjectFixture.flow;
import static gm.sharing.project.ProjectFixture.flows;
import static gm.sharing.project.ProjectFixture.leadOf;
import static gm.sharing.project.ProjectFixture.needs;
import static gm.sharing.project.ProjectFixture.partners;
import static gm.sharing.project.ProjectFixture.proposal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.PagesApplication;
import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Sector;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Sharing projects on the database. */
@PagesApplication
class ProjectsIntegrationTests {

    private static final Person LEAD = leadOf(BOLTON);
    private static final OrganisationCode FIRE = new OrganisationCode("gmfrs");
    private static final OrganisationCode AUTHORITY = new OrganisationCode("gmca");

    @Autowired
    private Projects projects;

    @Autowired
    private ListedProjects listed;

    @Autowired
    private ProjectEnds ends;

    @Autowired
    private SharingProjects stored;

    @Autowired
    private Directory directory;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Clock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void givesEachProjectAReferenceOfItsOwn() {
        int year = LocalDate.now(clock).getYear();

        ProjectReference first = projects.propose(proposal("One"), LEAD);
        ProjectReference second = projects.propose(proposal("Two"), LEAD);

        assertThat(first.value()).matches("SJ-" + year + "-\\d{4}");
        assertThat(number(second)).isEqualTo(number(first) + 1);
    }

    @Test
    void keepsAProjectAsItWasDescribed() {
        ProjectReference reference = described("Plans that move");

        SharingProject project = projects.get(reference);

        assertThat(project.proposal()).isEqualTo(proposal("Plans that move"));
        assertThat(project.leadOrganisation()).isEqualTo(BOLTON);
        assertThat(project.lead()).isEqualTo(LEAD.id());
        assertThat(project.needs()).contains(needs());
        assertThat(project.partnerList()).contains(partners(BOLTON, BURY));
        assertThat(project.flows()).containsExactly(flow(BOLTON, BURY));
        assertThat(project.arrangements()).contains(arrangements());
        assertThat(project.status()).isEqualTo(ProjectStatus.DESCRIBED);
    }

    @Test
    void leavesAnEventForEveryChange() {
        ProjectReference reference = described("Plans that move");
        projects.assessmentStarted(reference);
        projects.drafted(reference);
        projects.sentForSignOff(reference);
        projects.sentBackToLead(reference);
        projects.sentBackToLead(reference);
        projects.revise(reference, new RevisionPlan(RevisionScope.SHARING, "Less is shared."), LEAD);
        projects.drafted(reference);
        projects.sentForSignOff(reference);
        projects.referredToBoard(reference);
        ends.stop(reference, "Nobody may.");

        assertThat(trail.of(reference.value()))
                .extracting(Event::type)
                .containsExactly(
                        "project.proposed",
                        "project.needs-described",
                        "project.partners-named",
                        "project.flows-described",
                        "project.arrangements-agreed",
                        "project.described",
                        "project.in-dpia",
                        "project.drafted",
                        "project.in-sign-off",
                        "project.in-revision",
                        "project.revised",
                        "project.drafted",
                        "project.in-sign-off",
                        "project.with-board",
                        "project.stopped");
        assertThat(trail.of(reference.value()).get(0).who()).isEqualTo(LEAD.id());
        assertThat(projects.get(reference).endReason()).isEqualTo("Nobody may.");
    }

    @Test
    void keepsHowTheLeadAnsweredRequestedChanges() {
        ProjectReference reference = described("Plans that move");
        projects.drafted(reference);

        projects.revise(reference, new RevisionPlan(RevisionScope.ARRANGEMENTS, "Kept for a shorter time."), LEAD);

        assertThat(projects.get(reference).revisions()).singleElement().satisfies(revision -> {
            assertThat(revision.scope()).isEqualTo(RevisionScope.ARRANGEMENTS);
            assertThat(revision.response()).isEqualTo("Kept for a shorter time.");
            assertThat(revision.by().name()).isEqualTo(LEAD.name());
        });
        assertThat(projects.get(reference).status()).isEqualTo(ProjectStatus.IN_REVISION);
    }

    @Test
    void carriesSixtyPartnersAndTextsOfThirtyThousandCharacters() {
        List<OrganisationCode> sixty = IntStream.rangeClosed(1, 59)
                .mapToObj(number -> new OrganisationCode("practice" + number))
                .toList();
        sixty.stream()
                .filter(code -> directory.find(code).isEmpty())
                .forEach(code ->
                        directory.add(Organisation.legalEntity(code, "Surgery " + code.value(), Sector.GP_PRACTICE)));
        String text = "Für jede Praxis – ".repeat(1_667).substring(0, 30_000);
        ProjectReference reference = projects.propose(proposal("Sixty"), LEAD);
        projects.describeNeeds(
                reference,
                new Needs(
                        null,
                        text,
                        text,
                        text,
                        text,
                        List.of("residents"),
                        "Everybody",
                        "population",
                        false,
                        needs().dataItems()),
                LEAD);
        projects.namePartners(reference, new PartnerList(List.of(BOLTON), sixty, List.of(), true, text, text), LEAD);
        Flow there = flow(List.of(BOLTON), sixty);
        Flow back = flow(sixty, List.of(BOLTON));
        projects.describeFlows(reference, flows(there, back), LEAD);

        SharingProject project = projects.get(reference);

        assertThat(project.partners()).hasSize(60);
        assertThat(project.needs().orElseThrow().purpose()).isEqualTo(text);
        assertThat(project.partnerList().orElseThrow().joiningAndLeaving()).isEqualTo(text);
        assertThat(project.flows()).containsExactly(there, back);
        assertThat(project.partner(sixty.get(0)).orElseThrow().part()).isEqualTo(Part.BOTH);
    }

    @Test
    void letsOnlyOneOfTwoChangesAtTheSameMomentStand() {
        ProjectReference reference = described("Plans that move");
        projects.drafted(reference);
        projects.sentForSignOff(reference);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        TransactionTemplate other = new TransactionTemplate(transactions);
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    SharingProject seen = stored.findById(reference.value()).orElseThrow();
                    other.executeWithoutResult(later -> projects.sentBackToLead(reference));
                    seen.become(ProjectStatus.PUBLISHED, "published");
                }))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(projects.get(reference).status()).isEqualTo(ProjectStatus.IN_REVISION);
    }

    @Test
    void isChangedByItsLeadOnly() {
        ProjectReference reference = projects.propose(proposal("Plans that move"), LEAD);

        assertThatThrownBy(() -> projects.describeNeeds(reference, needs(), leadOf(BURY)))
                .isInstanceOf(Refused.class)
                .hasMessage("Only the project lead, or another project lead of Bolton Council, may do this.");
    }

    @Test
    void isProposedByProjectLeadsOfOrganisationsThatCanSign() {
        Person officer = new Person("ig.bolton", "Olive", "", Set.of("org-bolton", "ig-bolton"));
        Person nobody = new Person("lead", "Nobody", "", Set.of("project-leads"));

        assertThatThrownBy(() -> projects.propose(proposal("No"), officer)).hasMessageContaining("Only project leads");
        assertThatThrownBy(() -> projects.propose(proposal("No"), nobody))
                .hasMessageContaining("must belong to an organisation");
        assertThatThrownBy(() -> projects.propose(proposal("No"), leadOf(FIRE)))
                .hasMessageContaining("is a partnership and cannot sign");
    }

    @Test
    void isOnBehalfOfAPartnershipOfTheLeadOrganisationOnly() {
        ProjectReference councils = projects.propose(proposal("Fire"), LEAD);
        ProjectReference authoritys = projects.propose(proposal("Fire"), leadOf(AUTHORITY));

        assertThatThrownBy(() -> projects.describeNeeds(councils, onBehalfOf(FIRE), LEAD))
                .hasMessage(
                        "Greater Manchester Fire and Rescue Service is not a partnership that Bolton Council belongs to.");

        projects.describeNeeds(authoritys, onBehalfOf(FIRE), leadOf(AUTHORITY));
        assertThat(projects.get(authoritys).onBehalfOf()).isEqualTo(FIRE);
    }

    @Test
    void isFoundByItsLeadAndItsPartners() {
        ProjectReference reference = projects.propose(proposal("Found"), leadOf(WIGAN));
        projects.namePartners(reference, partners(WIGAN, AUTHORITY), leadOf(WIGAN));

        assertThat(listed.ledBy("lead.wigan", Set.of(), null, ProjectQuery.ANY, Pageable.unpaged()))
                .extracting(ProjectSummary::reference)
                .contains(reference);
        assertThat(listed.ledByColleagues(WIGAN, "lead.bolton", Set.of(), ProjectQuery.ANY, Pageable.unpaged()))
                .extracting(ProjectSummary::reference)
                .contains(reference);
        assertThat(listed.ledByColleagues(WIGAN, "lead.wigan", Set.of(), ProjectQuery.ANY, Pageable.unpaged()))
                .isEmpty();
        assertThat(listed.sentTo(Set.of(AUTHORITY), null, ProjectQuery.ANY, Pageable.unpaged()))
                .isEmpty();
        assertThat(listed.seenBy("lead.wigan", Set.of())).contains(reference);
        assertThat(listed.all(ProjectQuery.ANY, PageRequest.of(0, 1)))
                .singleElement()
                .extracting(ProjectSummary::reference)
                .isEqualTo(reference);
    }

    @Test
    void doesNotKnowWhatWasNeverProposed() {
        assertThatThrownBy(() -> projects.get(new ProjectReference("SJ-1999-0001")))
                .isInstanceOf(Refused.class)
                .hasMessage("There is no sharing project SJ-1999-0001.");
    }

    private ProjectReference described(String title) {
        ProjectReference reference = projects.propose(proposal(title), LEAD);
        projects.describeNeeds(reference, needs(), LEAD);
        projects.namePartners(reference, partners(BOLTON, BURY), LEAD);
        projects.describeFlows(reference, flows(flow(BOLTON, BURY)), LEAD);
        projects.agreeArrangements(reference, arrangements(), LEAD);
        return reference;
    }

    private static Needs onBehalfOf(OrganisationCode partnership) {
        Needs own = needs();
        return changed(own, "onBehalfOf", partnership);
    }

    private static int number(ProjectReference reference) {
        return Integer.parseInt(reference.value().substring("SJ-2026-".length()));
    }
}
