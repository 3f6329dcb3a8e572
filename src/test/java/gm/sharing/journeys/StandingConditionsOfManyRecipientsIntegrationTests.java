package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.review;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.DoorApplication;
import gm.sharing.ManyConditions;
import gm.sharing.Visitor;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Sector;
import gm.sharing.project.ProjectReference;
import gm.sharing.standing.StandingAnswer;
import gm.sharing.standing.StandingConditions;
import gm.sharing.standing.ToldCondition;
import gm.sharing.workflow.form.ShownNames;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The longest table of standing conditions, where information goes to many recipients. */
@DoorApplication
class StandingConditionsOfManyRecipientsIntegrationTests extends WalkedProject {

    private static final String TABLE = "standing-conditions-bolton";
    private static final String OFFICER = "ig.bolton";
    private static final int ROWS = 60;
    private static final int RECIPIENTS = 150;

    @Autowired
    StandingConditions kept;

    @LocalServerPort
    int port;

    @Override
    ShownNames shown() {
        return new ShownNames();
    }

    @AfterEach
    void takeTheTablesBack() {
        engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(TABLE)
                .list()
                .forEach(one -> engine.getRepositoryService().deleteDeployment(one.getDeploymentId(), true));
    }

    @Test
    void refusesMoreRowsBeforeItLooksAtThem() {
        HttpResponse<String> answer = timed("150 rows were refused", () -> deploy(150));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(TABLE, "the table has 150 rows").doesNotContain("too large to be checked");
    }

    @Test
    void tellsOfTenRecipientsAndHowManyMoreThereAre() {
        HttpResponse<String> deployed = timed("60 rows were deployed", () -> deploy(ROWS));
        assertThat(deployed.statusCode()).as(deployed.body()).isEqualTo(200);
        String project = sentOutWithoutDpia("bolton", practices());
        String task = journey.task(project, "bolton", "Task_ReviewAgreement").getId();
        RestDriver program = new RestDriver(port, "demo");

        HttpResponse<String> form = timed("The form opened", () -> opened(program, task));
        timed("The form opened again", () -> opened(program, task));
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("and 139 more").hasSizeLessThan(100_000);

        assertThat(timed("It was handed in", () -> program.submit(task, OFFICER, review("sign")))
                        .statusCode())
                .isEqualTo(204);
        assertThat(kept.of(new ProjectReference(project), List.of(new OrganisationCode("bolton"))))
                .singleElement()
                .satisfies(one -> assertThat(one.conditions())
                        .hasSize(2 * ROWS)
                        .filteredOn(condition -> condition.condition().startsWith("Practice 7 has"))
                        .extracting(
                                ToldCondition::answer,
                                condition -> condition.about().split(", ").length)
                        .containsExactly(tuple(StandingAnswer.LOOK, 10), tuple(StandingAnswer.MET, 1)));

        HttpResponse<String> page =
                timed("The page opened", () -> Visitor.signedIn(port, OFFICER).get("/projects/" + project));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("and 139 more").hasSizeLessThan(190_000);
    }

    private HttpResponse<String> deploy(int rows) {
        return Visitor.program(port, "owner")
                .deploy("Standing conditions", Map.of(TABLE + ".dmn", ManyConditions.namingRecipients(rows)));
    }

    private String[] practices() {
        return IntStream.range(0, RECIPIENTS)
                .mapToObj(number -> new OrganisationCode("practice" + number))
                .map(code -> {
                    if (directory.find(code).isEmpty()) {
                        directory.add(Organisation.legalEntity(code, "The " + code.value(), Sector.OTHER));
                    }
                    return code.value();
                })
                .toArray(String[]::new);
    }

    private static HttpResponse<String> opened(RestDriver program, String task) {
        return program.get(OFFICER, "/task/" + task + "/form-variables?deserializeValues=false");
    }

    private static HttpResponse<String> timed(String what, Supplier<HttpResponse<String>> asked) {
        long started = System.nanoTime();
        HttpResponse<String> answer = asked.get();
        System.out.printf(
                "%s in %d ms with %d characters%n",
                what,
                Duration.ofNanos(System.nanoTime() - started).toMillis(),
                answer.body().length());
        return answer;
    }
}
