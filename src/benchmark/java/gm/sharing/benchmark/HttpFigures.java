package gm.sharing.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import gm.sharing.journeys.Answers;
import gm.sharing.journeys.TestPeople;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A form submitted over the REST API that Tasklist uses, against the same of the plain design; each in its own process. */
final class HttpFigures implements Section {

    private static final int PARTNERS = 60;

    /** Several would meet in the plain design, and some of them be turned away. */
    private static final int CLIENTS = 1;

    private static final int ROUNDS = 6;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Rounds submit = Rounds.of("Submit of a form over HTTP, mean of a round", "ms", Goal.atMost(1.5));

    private final Server server;
    private final Nodes nodes;

    HttpFigures(Server server, Nodes nodes) {
        this.server = server;
        this.nodes = nodes;
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public List<Rounds> measure() {
        var database = server.create("http");
        var plainDatabase = server.create("http_plain");
        List<List<Ours.Review>> tasks = new ArrayList<>();
        List<List<String>> plainTasks = new ArrayList<>();
        try (var ours = Ours.start(database, PARTNERS);
                var naive = Naive.start(plainDatabase)) {
            naive.addPeople();
            // One more than is measured, to warm up.
            for (int round = 0; round <= ROUNDS; round++) {
                tasks.add(ours.openReviews(ours.begin(PARTNERS)));
                plainTasks.add(naive.openReviews(naive.begin(PARTNERS)));
            }
        }
        try (var ours = nodes.start(database, List.of());
                var plain = plainServer(plainDatabase)) {
            List<Call> calls = new ArrayList<>();
            for (int round = 0; round <= ROUNDS; round++) {
                for (int i = 0; i < PARTNERS; i++) {
                    var task = tasks.get(round).get(i);
                    var person = "ig." + task.partner();
                    var password = task.partner().startsWith("partner") ? TestPeople.PASSWORD : "demo";
                    calls.add(submit("ours", round, ours, task.id(), basic(person, password), Answers.review("sign")));
                    calls.add(submit(
                            "plain",
                            round,
                            plain,
                            plainTasks.get(round).get(i),
                            basic(Naive.PERSON, Naive.PERSON),
                            Answers.review("sign")));
                }
            }
            var answers = Load.send(CLIENTS, calls);
            for (int round = 1; round <= ROUNDS; round++) {
                submit.add(Load.Answer.mean(answers, "ours", round), Load.Answer.mean(answers, "plain", round));
            }
        }
        return List.of(submit);
    }

    private static JavaProcess plainServer(String database) {
        List<String> command = new ArrayList<>(List.of(JavaProcess.JAVA));
        command.addAll(Nodes.CONTAINER);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "-Dtest.database=configured",
                PlainServer.class.getName(),
                "--spring.datasource.url=" + database));
        return JavaProcess.start(command, Map.of(), Nodes.HEALTH);
    }

    private static Call submit(
            String kind, int round, JavaProcess server, String task, String credentials, Map<String, Object> answers) {
        return new Call(
                kind, round, server.url() + "/engine-rest/task/" + task + "/submit-form", credentials, form(answers));
    }

    private static String form(Map<String, Object> answers) {
        Map<String, Object> variables = new LinkedHashMap<>();
        answers.forEach((name, value) -> variables.put(name, new HashMap<>(Map.of("value", value))));
        try {
            return JSON.writeValueAsString(Map.of("variables", variables));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String basic(String person, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((person + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
