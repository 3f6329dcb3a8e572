package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;
import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.signature;
import static gm.sharing.journeys.Answers.withoutDpia;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import gm.sharing.IdentityProvider;
import gm.sharing.IdentityProvider.Provided;
import gm.sharing.Mails;
import gm.sharing.Node;
import gm.sharing.TestPorts;
import gm.sharing.Visitor;
import jakarta.mail.MessagingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged application is killed in the middle of a journey and started again on the same file of H2. On PostgreSQL
 * {@code ClusterPackagedTests} does it, with many journeys.
 */
class RestartPackagedTests {

    private static final List<String> PARTNERS = List.of("manchester", "bolton", "bury");

    private static final String OFFICER = "ig.bolton";

    @TempDir
    Path folder;

    private final GreenMail mailServer = new GreenMail(TestPorts.smtp());
    private Node node;

    @BeforeEach
    void startMailServer() {
        mailServer.start();
    }

    @AfterEach
    void stop() {
        node.kill();
        mailServer.stop();
    }

    @Test
    void continuesAfterAKill() throws Exception {
        var provider = IdentityProvider.running();
        node = new Node(
                folder,
                Path.of("target", "restart.log"),
                Map.of(
                        "SPRING_DATASOURCE_URL",
                        "jdbc:h2:file:" + folder.resolve("data")
                                + ";DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;LOCK_TIMEOUT=30000",
                        "SPRING_APPLICATION_JSON",
                        new ObjectMapper().writeValueAsString(provider.settings())),
                mailServer.getSmtp().getPort());
        node.start();
        var rest = new RestDriver(node.port(), "demo");
        var project = rest.start("lead.manchester", proposal("Help before eviction"));
        rest.complete(project, "Task_DescribeNeeds", "lead.manchester", needs());
        rest.complete(
                project,
                "Task_NamePartners",
                "lead.manchester",
                partners(List.of("manchester"), List.of("bolton", "bury")));
        rest.complete(
                project,
                "Task_DescribeFlows",
                "lead.manchester",
                flows(List.of(flow(List.of("manchester"), List.of("bolton", "bury")))));
        rest.complete(project, "Task_AgreeArrangements", "lead.manchester", arrangements());
        rest.complete(project, "Task_AnswerScreening", "lead.manchester", nothingInScreening());
        rest.complete(
                project,
                "Task_ConfirmNoDpia",
                "dpo.manchester",
                Map.of("dpiaNeeded", "false", "reason", "Little is shared."));
        rest.complete(project, "Task_DecideNoDpia", "signatory.manchester", withoutDpia());
        rest.complete(project, "Task_CheckDraft", "lead.manchester", Map.of("sendOut", "true"));
        rest.complete(project, "Task_ReviewAgreement", "ig.bolton", review("sign"));

        provider.serves(node.port());
        provider.knows(OFFICER, Map.of("email", OFFICER + "@demo.invalid", "email_verified", true));
        var signedIn = Visitor.browser(node.port());
        provider.signIn(signedIn, node.port(), new Provided("everyone", OFFICER));
        var onTheWay = Visitor.browser(node.port());
        var begun = onTheWay.get("/oauth2/authorization/everyone");

        node.kill();
        node.start();

        assertThat(signedIn.get("/projects").statusCode())
                .as("signed in by a provider")
                .isEqualTo(200);
        provider.goOn(onTheWay, node.port(), begun, OFFICER);
        assertThat(onTheWay.get("/projects").statusCode())
                .as("a sign-in that was under way")
                .isEqualTo(200);
        rest.complete(project, "Task_SignAgreement", "signatory.bolton", signature("sign"));
        for (var partner : List.of("manchester", "bury")) {
            rest.complete(project, "Task_ReviewAgreement", "ig." + partner, review("sign"));
            rest.complete(project, "Task_SignAgreement", "signatory." + partner, signature("sign"));
        }
        await().atMost(Duration.ofMinutes(5)).until(() -> node.page("/register/" + project) == 200);
        for (var partner : PARTNERS) {
            assertTold("ig." + partner, "Review the agreement");
            assertTold("signatory." + partner, "Sign the agreement");
        }
    }

    /** Notices leave at least once; the dead process may have sent one without noting it. */
    private void assertTold(String person, String task) {
        await().atMost(Duration.ofMinutes(5))
                .until(() -> Arrays.stream(mailServer.getReceivedMessages()).anyMatch(message -> {
                    try {
                        // It may be one of several in a letter.
                        return (message.getSubject() + Mails.plainText(message)).contains(task)
                                && message.getAllRecipients()[0].toString().startsWith(person + "@");
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }
}
