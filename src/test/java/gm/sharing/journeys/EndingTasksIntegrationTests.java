package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.proposal;
import static gm.sharing.journeys.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.workflow.form.ShownNames;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Forms that end, or are sent twice, while somebody types: nothing typed is lost, and nobody is told what is not so. */
@DemoApplication
@Tag("one-database")
class EndingTasksIntegrationTests extends WalkedProject {

    private static final String START = "/start/sharing-project";

    @LocalServerPort
    int port;

    private Visitor lead;

    @Override
    ShownNames shown() {
        return new ShownNames();
    }

    @BeforeEach
    void signIn() {
        lead = Visitor.signedIn(port, LEAD);
    }

    @Test
    void keepWhatWasTypedInOtherStepsOfTheForm() {
        String project = journey.start(LEAD, proposal(title()));
        String address = "/tasks/" + journey.task(project, "Task_DescribeNeeds").getId();
        String token = lead.token("/absence");
        lead.post(token, address, typed("save", "purpose", "Words of the first step"));
        withdraws(project);

        HttpResponse<String> kept =
                lead.post(token, address + "/keep", typed("save", "necessity", "Words of the second"));

        assertThat(kept.statusCode()).isEqualTo(409);
        assertThat(kept.body()).contains("\"message\"");
        assertThat(lead.get(address).body()).contains("Words of the first step", "Words of the second");
    }

    @Test
    void tellAnOfficerWhoHadNotTakenTheReviewThatItFellAwayAndNobodyElse() {
        String project =
                sentOut(described(nothingInScreening(), flow(List.of("manchester"), List.of("bolton", "bury"))));
        String id = journey.task(project, "bolton", "Task_ReviewAgreement").getId();
        String address = "/tasks/" + id;
        Visitor officer = Visitor.signedIn(port, "ig.bolton");
        Visitor other = Visitor.signedIn(port, "ig.bury");
        String token = officer.token("/absence");
        withdraws(project);

        assertThat(location(officer.post(token, address, typed("send", "provision", "Words of the officer"))))
                .endsWith(address);
        assertThat(officer.get(address).body()).contains("was withdrawn on", "Words of the officer");
        assertThat(other.get(address).body()).contains("You cannot open this task");
        assertThat(other.get(address + "/done").statusCode())
                .isEqualTo(other.get("/tasks/8b76b2a4-cc3e-11f0-9d7e-0242ac110002/done")
                        .statusCode());
        assertThat(new RestDriver(port, "demo")
                        .submit(id, "ig.bury", PartnersAnswers.review("sign"))
                        .body())
                .doesNotContain("Review the agreement", "need not");
        assertThat(new RestDriver(port, "demo")
                        .submit(id, "ig.bolton", PartnersAnswers.review("sign"))
                        .body())
                .contains("need not be done any more");
    }

    @Tag("both-databases")
    @Test
    void areNotSaidToBeSentWhenTheyWereRefused() {
        List<Entry<String, String>> empty = typed("send", "title", "");
        String token = lead.token("/absence");

        assertThat(atOnce(6, () -> lead.post(token, START, empty)))
                .allSatisfy(answer -> assertThat(answer.body()).contains("There is a problem"));
    }

    @Test
    void beginOneProjectFromThePageWithAllAnswersHoweverOftenItIsSent() {
        String title = title();
        List<Entry<String, String>> all = new ArrayList<>(PageDriver.fields(with(proposal("Checked"), "title", title)));
        all.addAll(List.of(Map.entry("_draft", "0"), Map.entry("_do", "check")));
        String token = lead.token("/absence");
        lead.post(token, START, all);
        String which =
                lead.get(START + "/check").body().replaceFirst("(?s).*name=\"checked\" value=\"(\\w+)\".*", "$1");
        List<Entry<String, String>> checked = List.of(Map.entry("_do", "send-checked"), Map.entry("_checked", which));

        List<HttpResponse<String>> sent = new ArrayList<>(atOnce(3, () -> lead.post(token, START, checked)));
        sent.add(lead.post(token, START, checked));

        assertThat(sent.stream().map(EndingTasksIntegrationTests::location).distinct())
                .singleElement()
                .asString()
                .contains(START + "/done/SJ-");
    }

    @Test
    void keepWordsThatWereRefusedBeforeOthersWereSent() {
        String project = journey.start(LEAD, proposal(title()));
        String address = "/tasks/" + journey.task(project, "Task_DescribeNeeds").getId();
        String token = lead.token("/absence");
        List<Entry<String, String>> refused = typed("send", "purpose", "Words that were refused");
        assertThat(lead.post(token, address, refused).body()).contains("There is a problem");
        List<Entry<String, String>> sent = new ArrayList<>(PageDriver.fields(Answers.needs()));
        sent.addAll(List.of(Map.entry("_draft", "1"), Map.entry("_do", "send")));
        assertThat(location(lead.post(token, address, sent))).endsWith("/done");

        assertThat(location(lead.post(token, address, refused))).endsWith(address);
        assertThat(lead.get(address).body()).contains("Words that were refused");
    }

    @Test
    void areSaidToBeSentToNobodyWhoseWordsWereNotTaken() {
        String project = journey.start(LEAD, proposal(title()));
        String address = "/tasks/" + journey.task(project, "Task_DescribeNeeds").getId();
        String token = lead.token("/absence");
        AtomicInteger tab = new AtomicInteger();

        List<HttpResponse<String>> sent = atOnce(4, () -> {
            List<Entry<String, String>> all = new ArrayList<>(
                    PageDriver.fields(with(Answers.needs(), "purpose", "Words of tab " + tab.incrementAndGet())));
            all.addAll(List.of(Map.entry("_draft", "0"), Map.entry("_do", "send")));
            return lead.post(token, address, all);
        });

        assertThat(sent.stream().map(EndingTasksIntegrationTests::location))
                .filteredOn(location -> location.endsWith("/done"))
                .hasSize(1);
        assertThat(lead.get(address).body()).contains("It was not sent", "Words of tab");
    }

    @Test
    void areGivenBackHoweverOftenTheButtonIsPressed() {
        String project = sentOut(described(nothingInScreening(), flow(List.of("manchester"), List.of("bolton"))));
        String address = "/tasks/"
                + journey.task(project, "bolton", "Task_ReviewAgreement").getId();
        Visitor officer = Visitor.signedIn(port, "ig.bolton");
        String token = officer.token("/absence");
        officer.post(token, address + "/take", List.of());

        assertThat(atOnce(6, () -> officer.post(token, address + "/give-back", List.of())))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(302, 409));
        assertThat(officer.get(address).body()).contains("Nobody has taken this task yet");
    }

    private static List<Entry<String, String>> typed(String button, String field, String words) {
        return List.of(Map.entry("_draft", "0"), Map.entry("_do", button), Map.entry(field, words));
    }

    private static List<HttpResponse<String>> atOnce(int times, Supplier<HttpResponse<String>> press) {
        return Stream.generate(() -> CompletableFuture.supplyAsync(press)).limit(times).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none: " + answer.statusCode());
    }
}
