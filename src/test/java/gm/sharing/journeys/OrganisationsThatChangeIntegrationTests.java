package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;
import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.signature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Dates;
import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.directory.ChangedOrganisations;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.workflow.access.LookWhoIsThere;
import gm.sharing.workflow.form.ShownNames;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Organisations are renamed, merged and split in mid-journey: what is open goes on, what was signed keeps its words. */
@DemoApplication
class OrganisationsThatChangeIntegrationTests extends WalkedProject {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory beans;

    @Autowired
    AuditTrail trail;

    private ChangedOrganisations organisations;
    private TestPeople accounts;
    private String old = "";
    private String successor = "";

    @Override
    ShownNames shown() {
        return new ShownNames();
    }

    @BeforeEach
    void twoOrganisations() {
        organisations = new ChangedOrganisations(beans);
        accounts = new TestPeople(engine.getIdentityService(), directory);
        int number = COUNT.incrementAndGet();
        old = accounts.organisation("oldborough" + number, "Quillborough " + number);
        successor = accounts.organisation("newborough" + number, "Marlborough " + number);
    }

    @Test
    void aRenameIsFollowedByWhatIsOpenAndFoundByBothNamesAndLeavesWhatWasSigned() {
        var before = directory.nameOf(new OrganisationCode(old));
        var signedBefore = sentOutWithoutDpia("manchester", old);
        signs(signedBefore, "manchester");

        organisations.change(old, "names", "name", "Tamarisk " + old, "legal-name", "The Tamarisk Corporation");
        organisations.change(old, "contacts", "breaches", "breaches@tamarisk.example", "address", "1 Town Hall");

        var review = journey.task(signedBefore, old, "Task_ReviewAgreement");
        assertThat(engine.getFormService().getTaskFormVariables(review.getId()).toString())
                .contains("Tamarisk " + old);
        assertThat(page("lead.manchester", "/projects/" + signedBefore)).contains("Tamarisk " + old);
        signs(signedBefore, old);
        assertThat(status(signedBefore)).isEqualTo(ProjectStatus.PUBLISHED);
        assertThat(register("/" + signedBefore + "/agreement.html"))
                .contains(before)
                .doesNotContain("Tamarisk " + old);
        assertThat(register("/" + signedBefore)).contains(before).contains("now called Tamarisk " + old);

        var drafted = sentOutWithoutDpia("manchester", old);
        signs(drafted, "manchester");
        signs(drafted, old);
        assertThat(register("/" + drafted + "/agreement.html"))
                .contains("Tamarisk " + old, "The Tamarisk Corporation", "breaches@tamarisk.example", "1 Town Hall")
                .doesNotContain(before);
        assertThat(register("/" + drafted)).doesNotContain("now called");
        for (var name : List.of(before, "tamarisk " + old)) {
            assertThat(register("?words=" + URLEncoder.encode(name, StandardCharsets.UTF_8)))
                    .as(name)
                    .contains("/register/" + signedBefore, "/register/" + drafted);
        }
    }

    @Test
    void aMergedPartnersReviewAndSignatureGoToItsSuccessorsPeople() {
        var project = sentOutWithoutDpia("manchester", old);
        var reference = new ProjectReference(project);
        var open = journey.task(project, old, "Task_ReviewAgreement");
        engine.getTaskService().claim(open.getId(), "ig." + old);

        ends(old, successor);

        assertThat(people.idsIn(Role.IG_OFFICER.groupOf(new OrganisationCode(old))))
                .containsExactly("ig." + successor);
        assertThat(people.find("ig." + old).orElseThrow().groups())
                .as("no role of their own any more, and none at the successor")
                .containsExactly("org-" + old);
        assertThat(journey.task(project, old, "Task_ReviewAgreement").getAssignee())
                .isNull();
        assertThatThrownBy(() -> actsToday("ig." + old, open, review("sign")))
                .isInstanceOf(AuthorizationException.class);
        assertThat(trail.of(project))
                .filteredOn(event -> event.type().equals("organisation.succeeded"))
                .extracting(Event::what)
                .singleElement()
                .asString()
                .startsWith(name(old) + " is part of " + name(successor) + " since " + Dates.day(LocalDate.now()));
        assertThat(toldOfTheEnd())
                .contains("ig." + successor, "signatory." + successor, "ig." + old, "signatory." + old, LEAD)
                .doesNotContain("ig.bolton");
        assertThat(page(LEAD, "/projects/" + project))
                .contains(name(old) + ", since " + Dates.day(LocalDate.now()) + " part of " + name(successor));

        signs(project, "manchester");
        actsToday("ig." + successor, journey.task(project, old, "Task_ReviewAgreement"), review("sign"));
        actsToday("signatory." + successor, journey.task(project, old, "Task_SignAgreement"), signature("sign"));

        assertThat(agreements.find(reference)).isPresent();
        assertThat(register("/" + project))
                .contains("since " + Dates.day(LocalDate.now()) + " part of " + name(successor));
        assertThat(agreements.html(agreements.latest(reference)))
                .as("the document that was sent out keeps its words")
                .contains(name(old))
                .doesNotContain("takes its place");
    }

    @Test
    void nobodyNamesAnEndedOrganisationAndADraftThatNamesOneSaysSo() {
        var project = described(nothingInScreening(), flow(List.of("manchester"), List.of(old)));
        ends(old, successor);

        confirmsNoDpia(project);
        assertThat(agreements
                        .latest(new ProjectReference(project))
                        .content()
                        .sections("partner-details")
                        .toString())
                .contains(name(old) + " is part of " + name(successor) + " since " + Dates.day(LocalDate.now()) + ". "
                        + name(successor) + " takes its place in this agreement");

        var another = journey.start(LEAD, proposal(title()));
        journey.complete(another, "Task_DescribeNeeds", LEAD, needs());
        assertThat(shown(another, "Task_NamePartners", "organisationOptions"))
                .contains("\"" + successor + "\"")
                .doesNotContain("\"" + old + "\"");
        assertThatThrownBy(() -> journey.complete(
                        another, "Task_NamePartners", LEAD, partners(List.of("manchester"), List.of(old))))
                .hasMessageContaining("Who receives information? Is not among the possible answers");
    }

    @Test
    void aProjectOfAnEndedOrganisationGoesOnAndComesToALeadOfItsSuccessor() {
        var lead = "lead." + old;
        accounts.lead(old);
        accounts.lead(successor);
        var project = journey.start(lead, proposal(title()));

        ends(old, successor);

        LookWhoIsThere.now(beans);
        assertThat(projects.headline(new ProjectReference(project)).lead()).isEqualTo(lead);
        journey.complete(project, "Task_DescribeNeeds", lead, needs());
        assertThatThrownBy(() -> journey.start(lead, proposal(title())))
                .hasMessageContaining(name(old) + " is part of " + name(successor) + " since")
                .hasMessageContaining("Name " + name(successor) + " instead");

        engine.getIdentityService().deleteUser(lead);
        LookWhoIsThere.now(beans);
        assertThat(projects.headline(new ProjectReference(project)).lead()).isEqualTo("lead." + successor);
        LookWhoIsThere.now(beans);
        assertThat(trail.of(project))
                .filteredOn(event -> event.type().equals("project.lead-changed"))
                .hasSize(1);
    }

    /** With the roles that the person holds today, lent ones too. */
    private void actsToday(String person, Task task, Map<String, Object> answers) {
        engine.getIdentityService()
                .setAuthentication(
                        person, List.copyOf(people.find(person).orElseThrow().groups()));
        try {
            engine.getFormService().submitTaskForm(task.getId(), answers);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        journey.runJobs();
    }

    private void ends(String organisation, String into) {
        organisations.change(
                organisation, "succession", "succeeded-on", LocalDate.now().toString(), "successor", into);
    }

    private String name(String code) {
        return directory.nameOf(new OrganisationCode(code));
    }

    private List<String> toldOfTheEnd() {
        return database.queryForList(
                "select recipient from notice where about like ?", String.class, "succession:" + old + "%");
    }

    private String page(String person, String path) {
        return Visitor.signedIn(port, person).get(path).body();
    }

    private String register(String path) {
        return Visitor.browser(port).get("/register" + path).body();
    }
}
