package gm.sharing.benchmark;

import gm.sharing.Visitor;
import gm.sharing.journeys.TestPeople;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people see with many journeys of others around them, against few; both at once, each in its own process. For each
 * journey that is open another one was published.
 */
final class GrowthFigures implements Section {

    private static final Logger log = LoggerFactory.getLogger(GrowthFigures.class);

    private static final int PARTNERS = 10;
    private static final int PARTNERS_OF_PUBLISHED = 3;
    private static final int FEW = 2_000;
    private static final int MANY = 20_000;

    /** So many open tasks has each officer. */
    private static final int JOURNEYS_IN_A_CIRCLE = 100;

    private static final int ROUNDS = 6;
    private static final int REPETITIONS = 8;

    private static final String FILTERS = "/camunda/api/engine/engine/default/filter";
    private static final String TITLE = "Help before eviction";

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
            ours.walkWithConditions(PARTNERS_OF_PUBLISHED);
        }
        log.info("Copying {} journeys", FEW);
        int circles = FEW / JOURNEYS_IN_A_CIRCLE;
        new Copies(few).add(1, FEW, 0, circles);
        var many = server.copy("few", "many");
        log.info("Copying {} journeys more", MANY - FEW);
        new Copies(many).add(FEW + 1, MANY, circles, MANY / JOURNEYS_IN_A_CIRCLE - circles);
        log.info("Asking");
        try (var small = nodes.start(few, List.of());
                var large = nodes.start(many, List.of())) {
            return ask(pages(reference), small, large);
        }
    }

    private static List<Page> pages(String reference) {
        var officer = Optional.of("ig.partner01");
        var signatory = Optional.of("signatory.partner01");
        var lead = Optional.of("lead.manchester");
        var board = Optional.of("board");
        var project = "/projects/" + reference;
        return List.of(
                Page.ofFilter(
                        "Tasklist's query",
                        officer,
                        "My organisation's tasks",
                        "/list?maxResults=15",
                        "Review the agreement"),
                Page.ofFilter("Tasklist's count", officer, "My organisation's tasks", "/count", "101"),
                Page.ofFilter("Tasklist's count of what is overdue", officer, "Overdue", "/count", "0"),
                new Page("Your work", officer, "/work", Optional.empty(), TITLE),
                new Page("Your work", board, "/work", Optional.empty(), "Your work"),
                new Page("Your work", lead, "/work", Optional.empty(), "Waiting for others"),
                new Page("Your work", signatory, "/work", Optional.empty(), "Coming to you"),
                new Page("Waiting for others", lead, "/work/projects", Optional.empty(), TITLE),
                new Page(
                        "Your work, searched and narrowed",
                        officer,
                        "/work?words=eviction&role=ig&stage=4&state=free&sort=project",
                        Optional.empty(),
                        TITLE),
                new Page("Your work as a file", officer, "/work.csv", Optional.empty(), TITLE),
                new Page(
                        "Waiting for others, searched and narrowed",
                        lead,
                        "/work/projects?words=eviction&organisation=partner01&sort=due",
                        Optional.empty(),
                        TITLE),
                new Page("Overview of projects", officer, "/projects", Optional.empty(), TITLE),
                new Page("Overview of projects", lead, "/projects", Optional.empty(), TITLE),
                new Page("Overview of projects", board, "/projects", Optional.empty(), "All projects"),
                new Page(
                        "Projects, searched and narrowed",
                        lead,
                        "/projects?words=eviction&state=in-sign-off&partner=partner&sort=title",
                        Optional.empty(),
                        TITLE),
                new Page(
                        "Projects, searched and narrowed",
                        board,
                        "/projects?words=eviction&state=in-sign-off&leader=manchester&sort=title",
                        Optional.empty(),
                        TITLE),
                new Page("Overdue projects", board, "/projects?state=overdue", Optional.empty(), "Clear the search"),
                new Page("Page of a project", officer, project, Optional.empty(), TITLE),
                new Page("Page of a project", lead, project, Optional.empty(), TITLE),
                new Page("Measures", lead, "/measures", Optional.empty(), "Staff are trained"),
                new Page("Measures", board, "/measures", Optional.empty(), "Staff are trained"),
                new Page(
                        "Measures, searched",
                        lead,
                        "/measures?words=staff+trained&sort=owner",
                        Optional.empty(),
                        "Staff are trained"),
                new Page(
                        "Measures, searched",
                        board,
                        "/measures?words=staff+trained&sort=owner",
                        Optional.empty(),
                        "Staff are trained"),
                new Page("Times and delays", board, "/insight", Optional.empty(), "Times and delays"),
                new Page("Register", Optional.empty(), "/register", Optional.empty(), TITLE),
                new Page(
                        "Search in the register",
                        Optional.empty(),
                        "/register?words=eviction",
                        Optional.empty(),
                        TITLE));
    }

    private static List<Rounds> ask(List<Page> pages, JavaProcess small, JavaProcess large) {
        List<Call> calls = new ArrayList<>();
        var ofFew = pages.stream().map(page -> page.at(small)).toList();
        var ofMany = pages.stream().map(page -> page.at(large)).toList();
        for (int round = 0; round <= ROUNDS; round++) {
            for (int page = 0; page < pages.size(); page++) {
                var figure = pages.get(page).figure();
                for (int repetition = 0; repetition < REPETITIONS; repetition++) {
                    calls.add(ofFew.get(page).call(figure + ": few", round));
                    calls.add(ofMany.get(page).call(figure + ": many", round));
                }
            }
        }
        var answers = Load.send(1, calls);
        return pages.stream()
                .map(page -> {
                    var figure = page.figure();
                    var rounds = Rounds.of(figure + ", 20,000 journeys against 2,000", "ms", Goal.atMost(2));
                    IntStream.rangeClosed(1, ROUNDS)
                            .forEach(round -> rounds.add(
                                    Load.Answer.mean(answers, figure + ": many", round),
                                    Load.Answer.mean(answers, figure + ": few", round)));
                    return rounds;
                })
                .toList();
    }

    /**
     * What somebody looks at.
     *
     * @param person empty for the public
     * @param filter of Tasklist by whose id the path is completed
     * @param words that the answer has to hold
     */
    private record Page(String what, Optional<String> person, String path, Optional<String> filter, String words) {

        static Page ofFilter(String what, Optional<String> person, String filter, String path, String words) {
            return new Page(what, person, path, Optional.of(filter), words);
        }

        String figure() {
            return what + ", " + person.map(id -> id.replaceAll("\\..*", "")).orElse("public");
        }

        /** Signs in, and looks whether the answer is the one that was expected. */
        Request at(JavaProcess node) {
            var visitor = Visitor.browser(node.port());
            person.ifPresent(id -> visitor.signIn(id, id.contains("partner") ? TestPeople.PASSWORD : "demo"));
            var filled = filter.map(name -> FILTERS + "/" + filter(visitor, name) + path)
                    .orElse(path);
            var answer = filter.isPresent() ? visitor.getJson(filled) : visitor.get(filled);
            if (answer.statusCode() != 200 || !answer.body().contains(words)) {
                throw new IllegalStateException(
                        "%s: %d without %s: %s".formatted(figure(), answer.statusCode(), words, answer.body()));
            }
            return new Request(
                    node.url() + filled, person.map(id -> visitor.cookies()).orElse("nobody=signed-in"));
        }

        private static String filter(Visitor visitor, String name) {
            for (var filter : visitor.json(FILTERS + "?resourceType=Task")) {
                if (filter.path("name").asText().equals(name)) {
                    return filter.path("id").asText();
                }
            }
            throw new IllegalStateException("There is no filter " + name);
        }
    }

    private record Request(String url, String credentials) {

        Call call(String kind, int round) {
            return new Call(kind, round, url, credentials, "");
        }
    }
}
