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
import gm.sharing.DatabaseServer;
import gm.sharing.IdentityProvider;
import gm.sharing.IdentityProvider.Provided;
import gm.sharing.Mails;
import gm.sharing.Node;
import gm.sharing.TestPorts;
import gm.sharing.Visitor;
import gm.sharing.journeys.ClusterRecord.Notice;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/**
 * Two nodes of the packaged application on one PostgreSQL. They start together on an empty database and carry many
 * journeys whose timers fall due all along, while one of them is killed and started again and the database is restarted.
 */
class ClusterPackagedTests {

    /** More take longer than a run of all tests may; {@code -Djourneys=100} is for whoever changes what nodes do together. */
    private static final int JOURNEYS = Integer.getInteger("journeys", 20);

    /** In every so many a partner says nothing, so that the journey ends up with the Board. */
    private static final int SILENT_EACH = 4;

    /** Journeys that are with the partners before the first of them is signed. */
    private static final int AHEAD = JOURNEYS / 5;

    private static final int PEOPLE_AT_ONCE = 8;

    /** Signs in with the provider of an organisation. */
    private static final String OFFICER = "ig.bury";

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String TASKS = "/camunda/api/engine/engine/default/task";

    @TempDir
    Path folder;

    private final GreenMail mailServer = new GreenMail(TestPorts.smtp());
    private final IdentityProvider provider = IdentityProvider.running();
    private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE_AT_ONCE);
    private final AtomicInteger finished = new AtomicInteger();
    private final List<CompletableFuture<String>> opened = new ArrayList<>();
    private DatabaseServer database;
    private List<Node> nodes = List.of();

    @BeforeEach
    void startServers() throws IOException {
        mailServer.start();
        database = new DatabaseServer(folder.resolve("database"));
        nodes = List.of(node("one"), node("two"));
        nodes.forEach(Node::launch);
        nodes.forEach(Node::awaitHealth);
    }

    @AfterEach
    void stopServers() {
        people.shutdownNow();
        nodes.forEach(Node::kill);
        database.close();
        mailServer.stop();
    }

    @Test
    void losesNothingAndDoesNothingTwice() {
        var record = new ClusterRecord(database.client());
        var balancer = new Balancer(
                nodes.stream().map(node -> new RestDriver(node.port(), "demo")).toList(), database.client());
        var officer = Visitor.signedIn(nodes.get(0).port(), "ig.bolton");
        officer.get(TASKLIST);
        nodes.forEach(node -> provider.serves(node.port()));
        provider.knows(OFFICER, Map.of("email", OFFICER + "@demo.invalid", "email_verified", true));
        var provided = Visitor.browser(nodes.get(0).port());
        provider.signIn(provided, nodes.get(0).port(), new Provided("everyone", OFFICER));
        var onTheWay = Visitor.browser(nodes.get(0).port());
        var begun = onTheWay.get("/oauth2/authorization/everyone");

        var hurry = Executors.newSingleThreadScheduledExecutor();
        hurry.scheduleWithFixedDelay(() -> hurry(record), 0, 500, TimeUnit.MILLISECONDS);
        try {
            var work = carry(balancer);

            soon().until(() -> finished.get() >= JOURNEYS / 4);
            nodes.get(0).kill();
            goesOn(officer.at(nodes.get(1).port()));
            isSignedIn(provided.at(nodes.get(1).port()));
            nodes.get(0).launch();

            soon().until(() -> finished.get() >= JOURNEYS / 2);
            // A start that loses its database ends, and whoever runs the container starts it again.
            nodes.get(0).awaitHealth();
            provider.goOn(onTheWay, nodes.get(0).port(), begun, OFFICER);
            isSignedIn(onTheWay.at(nodes.get(0).port()));
            database.restart();

            work.forEach(CompletableFuture::join);
            nodes.forEach(Node::awaitHealth);
            goesOn(officer.at(nodes.get(0).port()));
            soon().ignoreExceptions().until(record::isQuiet);
        } finally {
            hurry.shutdownNow();
        }

        var silent = references(ClusterPackagedTests::isSilent);
        var lost = record.lost(references(journey -> !isSilent(journey)), silent);
        lost.addAll(notReceived(record.sent()));
        var twice = record.twice();
        System.out.println(table(record, lost, twice, balancer));
        assertThat(record.journeys()).isEqualTo(JOURNEYS);
        assertThat(lost).isEmpty();
        assertThat(twice).isEmpty();
    }

    private Node node(String name) throws IOException {
        var environment = new HashMap<>(database.environment());
        environment.put("SPRING_APPLICATION_JSON", new ObjectMapper().writeValueAsString(provider.settings()));
        return new Node(
                Files.createDirectory(folder.resolve(name)),
                Path.of("target", "cluster-" + name + ".log"),
                environment,
                mailServer.getSmtp().getPort());
    }

    /** The journeys one after the other, each signed when some more are with the partners. */
    private List<CompletableFuture<Void>> carry(Balancer balancer) {
        var signed = new ArrayList<CompletableFuture<Void>>();
        for (int step = 0; step < JOURNEYS + AHEAD; step++) {
            int opening = step;
            int signing = step - AHEAD;
            if (opening < JOURNEYS) {
                opened.add(CompletableFuture.supplyAsync(() -> open(balancer, opening), people));
            }
            if (signing >= 0) {
                signed.add(opened.get(signing)
                        .thenAcceptAsync(
                                project -> {
                                    sign(balancer, project, signing);
                                    finished.incrementAndGet();
                                },
                                people));
            }
        }
        return signed;
    }

    private static String open(Balancer balancer, int journey) {
        var lead = "lead.manchester";
        var project = balancer.start(lead, proposal("Journey %03d".formatted(journey)));
        balancer.complete(project, "Task_DescribeNeeds", lead, needs());
        balancer.complete(
                project,
                "Task_NamePartners",
                lead,
                partners(List.of("manchester"), List.of("bolton", ClusterRecord.LAST_PARTNER)));
        balancer.complete(
                project,
                "Task_DescribeFlows",
                lead,
                flows(List.of(flow(List.of("manchester"), List.of("bolton", ClusterRecord.LAST_PARTNER)))));
        balancer.complete(project, "Task_AgreeArrangements", lead, arrangements());
        balancer.complete(project, "Task_AnswerScreening", lead, nothingInScreening());
        balancer.complete(
                project,
                "Task_ConfirmNoDpia",
                "dpo.manchester",
                Map.of("dpiaNeeded", "false", "reason", "Little is shared."));
        balancer.complete(project, "Task_DecideNoDpia", "signatory.manchester", withoutDpia());
        balancer.complete(project, "Task_CheckDraft", lead, Map.of("sendOut", "true"));
        return project;
    }

    private static void sign(Balancer balancer, String project, int journey) {
        for (var partner : List.of("manchester", "bolton", ClusterRecord.LAST_PARTNER)) {
            if (partner.equals(ClusterRecord.LAST_PARTNER) && isSilent(journey)) {
                return;
            }
            balancer.complete(project, "Task_ReviewAgreement", "ig." + partner, review("sign"));
            balancer.complete(project, "Task_SignAgreement", "signatory." + partner, signature("sign"));
        }
    }

    private static boolean isSilent(int journey) {
        return journey % SILENT_EACH == 0;
    }

    private List<String> references(IntPredicate which) {
        return IntStream.range(0, JOURNEYS)
                .filter(which)
                .mapToObj(journey -> opened.get(journey).join())
                .toList();
    }

    /** Pages, Tasklist and its token against forged requests know the officer who signed in elsewhere. */
    private static void goesOn(Visitor officer) {
        isSignedIn(officer);
        assertThat(officer.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(officer.getJson(TASKS).statusCode()).isEqualTo(200);
        assertThat(officer.send("POST", TASKS + "/count", Map.of()).statusCode())
                .isEqualTo(200);
    }

    /** Also with a provider, and when the node was killed between the way there and the way back. */
    private static void isSignedIn(Visitor officer) {
        assertThat(officer.get("/projects").statusCode()).isEqualTo(200);
    }

    private static void hurry(ClusterRecord record) {
        try {
            record.hurryTimers();
        } catch (DataAccessException whileTheDatabaseRestarts) {
            // The next time.
        }
    }

    private static ConditionFactory soon() {
        return await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofMinutes(15))
                .pollInterval(Duration.ofMillis(250));
    }

    private String table(ClusterRecord record, List<String> lost, List<String> twice, Balancer balancer) {
        return """
                | | |
                |---|---|
                | journeys | %d, of them published %d |
                | timers that fired | %d |
                | reminders, escalations and calls of the Board | %d |
                | notices | %d |
                | nodes killed with -9 and started again | 1 |
                | restarts of the database | 1 |
                | requests that were repeated | %d |
                | lost | %d |
                | double | %d |
                | mails that left twice | %d |"""
                .formatted(
                        record.journeys(),
                        record.published(),
                        record.timersFired(),
                        record.escalations(),
                        record.sent().size(),
                        balancer.unanswered(),
                        lost.size(),
                        twice.size(),
                        received().size() - record.sent().size());
    }

    private List<String> notReceived(List<Notice> sent) {
        var received = Set.copyOf(received());
        return sent.stream()
                .filter(notice -> !received.contains(notice))
                .map(notice -> "%s: %s was not received".formatted(notice.recipient(), notice.subject()))
                .toList();
    }

    private List<Notice> received() {
        return Arrays.stream(mailServer.getReceivedMessages())
                .flatMap(ClusterPackagedTests::notices)
                .toList();
    }

    /** A letter holds one notice, or several with a number before the subject of each. */
    private static Stream<Notice> notices(MimeMessage message) {
        try {
            String recipient = message.getAllRecipients()[0].toString().replaceFirst("@.*", "");
            String text = Mails.plainText(message).replaceAll(" \\r?\\n", " ");
            return text.startsWith("There are ")
                    ? text.lines()
                            .filter(line -> line.matches("\\d+\\. .*"))
                            .map(line -> new Notice(recipient, line.replaceFirst("\\d+\\. ", "")))
                    : Stream.of(new Notice(recipient, message.getSubject()));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
