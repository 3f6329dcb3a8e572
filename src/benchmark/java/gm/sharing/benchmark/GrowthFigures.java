package gm.sharing.benchmark;

import gm.sharing.Visitor;
import gm.sharing.journeys.TestPeople;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people see with many journeys of others around them, against few; both at once, each in its own process. */
final class GrowthFigures implements Section {

    private static final Logger log = LoggerFactory.getLogger(GrowthFigures.class);

    private static final int PARTNERS = 10;
    private static final int FEW = 2_000;
    private static final int MANY = 20_000;

    /** So many open tasks has each officer. */
    private static final int JOURNEYS_IN_A_CIRCLE = 100;

    private static final int ROUNDS = 6;
    private static final int REPETITIONS = 12;

    private static final String OFFICER = "ig.partner01";
    private static final String LEAD = "lead.manchester";

    private final Server server;
    private final Nodes nodes;

    GrowthFigures(Server server, Nodes nodes) {
        this.server = server;
        this.nodes = nodes;
    }

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public List<Rounds> measure() {
        var few = server.create("few");
        String reference;
        try (var ours = Ours.start(few, PARTNERS)) {
            reference = ours.begin(PARTNERS);
        }
        log.info("Copying {} journeys", FEW);
        new Copies(few, reference).add(1, FEW, FEW / JOURNEYS_IN_A_CIRCLE);
        var many = server.copy("few", "many");
        log.info("Copying {} journeys more", MANY - FEW);
        new Copies(many, reference).add(FEW + 1, MANY, MANY / JOURNEYS_IN_A_CIRCLE);
        log.info("Asking");
        try (var small = nodes.start(few, List.of());
                var large = nodes.start(many, List.of())) {
            return ask(small, large, reference);
        }
    }

    private List<Rounds> ask(JavaProcess small, JavaProcess large, String reference) {
        var kinds = Map.of(
                "Tasklist's query of an officer",
                        new Page(
                                OFFICER,
                                true,
                                "/camunda/api/engine/engine/default/filter/%s/list?firstResult=0&maxResults=15"),
                "Tasklist's count of an officer's tasks",
                        new Page(OFFICER, true, "/camunda/api/engine/engine/default/filter/%s/count"),
                "Overview of projects, officer", new Page(OFFICER, false, "/projects"),
                "Page of a project, officer", new Page(OFFICER, false, "/projects/" + reference),
                "Overview of projects, lead", new Page(LEAD, false, "/projects"),
                "Page of a project, lead", new Page(LEAD, false, "/projects/" + reference),
                "Measures, lead", new Page(LEAD, false, "/measures"));
        List<Call> calls = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (var kind : kinds.entrySet()) {
                var page = kind.getValue();
                var fewer = page.at(small);
                var more = page.at(large);
                int now = round;
                IntStream.range(0, REPETITIONS).forEach(repetition -> {
                    calls.add(new Call(kind.getKey() + ": few", now, fewer.url(), fewer.credentials(), ""));
                    calls.add(new Call(kind.getKey() + ": many", now, more.url(), more.credentials(), ""));
                });
            }
        }
        var answers = Load.send(1, calls);
        return kinds.keySet().stream()
                .sorted()
                .map(kind -> {
                    var rounds = Rounds.of(kind + ", 20,000 journeys against 2,000", "ms", Goal.atMost(2));
                    for (int round = 1; round <= ROUNDS; round++) {
                        rounds.add(
                                Load.Answer.mean(answers, kind + ": many", round),
                                Load.Answer.mean(answers, kind + ": few", round));
                    }
                    return rounds;
                })
                .toList();
    }

    private record Page(String person, boolean isOfFilter, String path) {

        /** Signs in. */
        Request at(JavaProcess node) {
            var visitor = Visitor.browser(node.port());
            visitor.signIn(person, person.contains("partner") ? TestPeople.PASSWORD : "demo");
            var filled = isOfFilter ? path.formatted(filter(visitor)) : path;
            return new Request(node.url() + filled, visitor.cookies());
        }

        private static String filter(Visitor visitor) {
            for (var filter : visitor.json("/camunda/api/engine/engine/default/filter?resourceType=Task")) {
                if (filter.path("name").asText().equals("My organisation's tasks")) {
                    return filter.path("id").asText();
                }
            }
            throw new IllegalStateException("There is no such filter");
        }
    }

    private record Request(String url, String credentials) {}
}
