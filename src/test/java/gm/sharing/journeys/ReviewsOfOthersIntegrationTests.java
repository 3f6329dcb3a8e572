package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.workflow.form.ShownNames;
import java.util.List;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How a partner's review stands is for nobody else to know but who leads and the Board, by whatever address they ask. */
@DemoApplication
class ReviewsOfOthersIntegrationTests extends WalkedProject {

    private static final String OFFICER = "ig.bolton";

    @LocalServerPort
    int port;

    @Override
    ShownNames shown() {
        return new ShownNames();
    }

    @Test
    void tellsAPartnerNothingOfTheReviewOfAnother() {
        String project =
                sentOut(described(nothingInScreening(), flow(List.of("manchester"), List.of("bolton", "bury"))));
        String address = "/tasks/"
                + journey.task(project, "bolton", "Task_ReviewAgreement").getId();
        Visitor other = Visitor.signedIn(port, "ig.bury");
        assertThat(other.get("/projects/" + project).statusCode()).isEqualTo(200);
        String none = said(other, "/tasks/8b76b2a4-cc3e-11f0-9d7e-0242ac110002");

        assertThat(said(other, address)).isEqualTo(none);
        for (String part : List.of("/check", "/steps/1")) {
            assertThat(other.get(address + part).headers().firstValue("Location"))
                    .as(part)
                    .hasValueSatisfying(to -> assertThat(to).endsWith(address));
        }
        assertThat(other.get(address + "/done").statusCode()).isEqualTo(404);
        assertThat(Visitor.signedIn(port, LEAD).get(address).body()).contains("This task is not yours", project);

        journey.complete(project, "bolton", "Task_ReviewAgreement", OFFICER, PartnersAnswers.review("sign"));
        assertThat(said(other, address)).isEqualTo(none);
        String id = address.substring(address.lastIndexOf('/') + 1);
        assertThat(new RestDriver(port, "demo")
                        .submit(id, "ig.bury", PartnersAnswers.review("sign"))
                        .body())
                .doesNotContain("completed", "Review the agreement");
        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .resourceId(id)
                        .count())
                .as("permissions of a task that is gone")
                .isZero();
        assertThat(Visitor.signedIn(port, "board").get(address).body()).contains("This task is done", project);
        assertThat(Visitor.signedIn(port, OFFICER).get(address).body()).contains("This task is done", project);

        journey.complete(
                project, "bolton", "Task_SignAgreement", "signatory.bolton", PartnersAnswers.signature("sign"));
        assertThat(said(other, address)).as("when the partner's part is over").isEqualTo(none);
        assertThat(Visitor.signedIn(port, OFFICER).get(address).body()).contains("This task is done", project);
    }

    private static String said(Visitor visitor, String address) {
        String page = visitor.get(address).body();
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }
}
