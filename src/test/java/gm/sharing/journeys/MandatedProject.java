package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.revision;
import static gm.sharing.journeys.Answers.signature;
import static gm.sharing.journeys.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Visitor;
import gm.sharing.audit.AuditTrail;
import gm.sharing.mandate.GivenMandates;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.signoff.SignOffs;
import gm.sharing.steps.signoff.SettledMandates;
import gm.sharing.workflow.form.ShownNames;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A project that Bolton signed in its first round and is asked about again, after its signatory gave a standing mandate. */
abstract class MandatedProject extends WalkedProject {

    static final OrganisationCode BOLTON = new OrganisationCode("bolton");
    static final String SIGN = "Task_SignAgreement";
    static final String OFFICER = "ig.bolton";
    static final String GIVER = "signatory.bolton";
    static final Map<String, Object> UNDER_MANDATE = with(signature("sign"), "role", "IG Manager");

    @Autowired
    BeanFactory beans;

    @Autowired
    SignOffs signOffs;

    @Autowired
    AuditTrail trail;

    @LocalServerPort
    int port;

    GivenMandates mandates;

    @Override
    ShownNames shown() {
        return new ShownNames();
    }

    @BeforeEach
    void noMandates() {
        mandates = new GivenMandates(beans);
    }

    @AfterEach
    void endThem() {
        database.update("update mandate set ended_because = 'REVOKED', ended_at = given_at, ended_by = giver,"
                + " ended_name = giver_name where ended_because is null");
        var identity = engine.getIdentityService();
        if (identity.createUserQuery()
                        .userId(GIVER)
                        .memberOfGroup("signatory-bolton")
                        .count()
                == 0) {
            identity.createMembership(GIVER, "signatory-bolton");
        }
    }

    /** Manchester and Bolton signed version 1.0, Bury asked for changes, and one answer is another one in version 1.1. */
    String changedAfterBoltonSigned(String field, String answer) {
        return changedAfterBoltonSigned(field, answer, "sign");
    }

    /** @param decision of Bolton on version 1.0 */
    String changedAfterBoltonSigned(String field, String answer, String decision) {
        var project = sentOutWithoutDpia("manchester", "bolton", "bury");
        signs(project, "manchester");
        journey.complete(project, "bolton", "Task_ReviewAgreement", OFFICER, review(decision));
        journey.complete(project, "bolton", SIGN, GIVER, signature(decision));
        journey.complete(project, "bury", "Task_ReviewAgreement", "ig.bury", review("request-changes"));
        revise(project, with(arrangements(), field, answer));
        return project;
    }

    void revise(String project, Map<String, Object> arrangements) {
        journey.complete(project, "Task_ReviseProject", LEAD, revision("arrangements"));
        journey.complete(project, "Task_AgreeArrangements", LEAD, arrangements);
        journey.complete(project, "Task_AnswerScreening", LEAD, nothingInScreening());
        confirmsNoDpia(project);
        sendsOut(project);
    }

    void reviewed(String project) {
        journey.complete(project, "bolton", "Task_ReviewAgreement", OFFICER, review("sign"));
    }

    void signatoryAlone(String project) {
        SettledMandates.now(beans);
        assertThat(candidates(project)).containsExactly("signatory-bolton");
        assertThat(text(project, "mandate")).isEmpty();
    }

    void refusedToOfficer(String project, Map<String, Object> answers, String words) {
        assertThatThrownBy(() -> journey.complete(project, "bolton", SIGN, OFFICER, answers))
                .hasMessageContaining(words);
    }

    List<String> candidates(String project) {
        return engine
                .getTaskService()
                .getIdentityLinksForTask(journey.task(project, "bolton", SIGN).getId())
                .stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList();
    }

    /** Empty where the form says nothing of it. */
    String text(String project, String name) {
        var shown = engine.getFormService()
                .getTaskFormVariables(journey.task(project, "bolton", SIGN).getId())
                .get(name);
        return shown == null ? "" : shown.toString();
    }

    String page(String project, String who) {
        return Visitor.signedIn(port, who).get("/projects/" + project).body();
    }

    String notice(String project) {
        return database.queryForObject(
                "select min(body) from notice where reference = ? and about like 'Send_TellMandate:%'",
                String.class, project);
    }
}
