package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DoorApplication;
import gm.sharing.Visitor;
import gm.sharing.journeys.TestPeople;
import gm.sharing.organisation.People;
import gm.sharing.workflow.access.DoorRow.Through;
import gm.sharing.workflow.access.DoorRow.Who;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each row of the engine's list does its work for whom it is there, and tells others nothing of what is not theirs. */
@DoorApplication
class ListedRowsIntegrationTests {

    private static final Logger LOG = LoggerFactory.getLogger(ListedRowsIntegrationTests.class);

    /** Of the form of ids, and none. */
    private static final String NONE = "11111111-1111-1111-1111-111111111111";

    static final String NOBODY = "nobody-of-that-name";

    private static final List<String> EVERYBODY =
            List.of("ig.bury", "dpo.bolton", "lead.salford", "owner", "signatory2.bolton", "board", "admin");

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    DoorList list;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, Visitor> visitors = new HashMap<>();

    private ListedWorld world;

    @BeforeEach
    void create() {
        world = new ListedWorld(port, engine, jdbc);
    }

    @AfterEach
    void tidyUp() {
        world.forgetTheModelOfBefore();
    }

    @Test
    void answersAlikeWhatIsNotThereAndWhatIsNotYours() {
        var wrong = new ArrayList<String>();
        var statuses = new TreeMap<Integer, Integer>();
        int compared = 0;
        for (var row : rows()) {
            if (row.path().stream().noneMatch(segment -> segment.startsWith("{"))) {
                continue;
            }
            for (var person : EVERYBODY) {
                if (!row.who().includes(people.find(person).orElseThrow().groups())) {
                    continue;
                }
                for (var way : ways(row)) {
                    var none = ask(way, row, path(row, none(row)), world.body(row, none(row)), person);
                    statuses.merge(none.statusCode(), 1, Integer::sum);
                    boolean refused = none.statusCode() >= 400 && none.statusCode() < 500;
                    if (!refused && !isNothing(row, none)) {
                        wrong.add(none.statusCode() + " none " + person + " " + way + " " + ListedWorld.call(row) + " "
                                + shortened(none));
                    }
                    var others = person.equals("admin") || row.who() == Who.ADMIN
                            ? Optional.<String>empty()
                            : world.ofSomebodyElse(row);
                    if (others.isPresent()) {
                        var answer = ask(
                                way,
                                row,
                                path(row, List.of(others.get(), others.get())),
                                world.body(row, List.of(others.get())),
                                person);
                        compared++;
                        if (answer.statusCode() != none.statusCode()
                                || !answer.body()
                                        .replace(others.get(), NONE)
                                        .equals(none.body().replace(NOBODY, NONE))) {
                            wrong.add("differ " + person + " " + way + " " + ListedWorld.call(row) + "\n   "
                                    + none.statusCode() + " " + shortened(none) + "\n   " + answer.statusCode() + " "
                                    + shortened(answer));
                        }
                    }
                }
            }
        }
        LOG.info(
                "Ids that are not there: answers by status {}; {} times compared with one of somebody else's",
                statuses,
                compared);
        assertThat(wrong).isEmpty();
    }

    @Test
    void doesItsWorkForWhomItIsThere() {
        var wrong = new ArrayList<String>();
        var statuses = new TreeMap<Integer, Integer>();
        int calls = 0;
        for (var row : rows()) {
            for (var way : ways(row)) {
                if (isFiles(row)) {
                    continue;
                }
                calls++;
                var ids = world.ids(row);
                var answer = ask(way, row, path(row, ids), world.body(row, ids), world.who(row));
                statuses.merge(answer.statusCode(), 1, Integer::sum);
                if (answer.statusCode() >= 300 && !leadsOn(row, answer)) {
                    wrong.add(answer.statusCode() + " " + world.who(row) + " " + way + " " + ListedWorld.call(row) + " "
                            + shortened(answer));
                }
            }
        }
        LOG.info("{} rows, {} calls by whom they are for: answers by status {}", rows().size(), calls, statuses);
        assertThat(wrong).isEmpty();
    }

    /** Of what is not there there are none, and its permissions can be asked. */
    private static boolean isNothing(DoorRow row, HttpResponse<String> answer) {
        return row.method().equals("OPTIONS")
                || answer.body().equals("[]")
                || answer.body().equals("{\"result\":0}");
    }

    /** A deployment has another kind of body: see {@link CamundaModelerIntegrationTests}. */
    private static boolean isFiles(DoorRow row) {
        return row.takes() == DoorRow.Takes.FILES;
    }

    /** The way to the web applications leads to the first of them. */
    private static boolean leadsOn(DoorRow row, HttpResponse<String> answer) {
        return answer.statusCode() == 302
                && row.through() == Through.ADDRESS
                && answer.headers().firstValue("Location").orElse("").contains("/camunda/app/");
    }

    private List<DoorRow> rows() {
        return list.rows();
    }

    private static Stream<Through> waysOf(DoorRow row) {
        return Stream.of(Through.REST, Through.APPS, Through.ADDRESS).filter(row.through()::includes);
    }

    private static List<Through> ways(DoorRow row) {
        return waysOf(row).toList();
    }

    private static List<String> none(DoorRow row) {
        return row.path().stream()
                .filter(segment -> segment.startsWith("{"))
                .map(segment -> switch (segment) {
                    case "{id}" -> NONE;
                    case "{definition}" -> "sharing-project:99:" + NONE;
                    default -> NOBODY;
                })
                .toList();
    }

    private static String path(DoorRow row, List<String> ids) {
        var left = new ArrayDeque<>(ids);
        return row.path().stream()
                .map(segment -> segment.startsWith("{") || segment.equals("**") ? left.remove() : segment)
                .reduce("", (before, segment) -> before + "/" + segment);
    }

    private HttpResponse<String> ask(Through way, DoorRow row, String path, String body, String person) {
        var address =
                switch (way) {
                    case REST -> "/engine-rest" + path;
                    case APPS -> "/camunda/api/engine/engine/default" + path;
                    default -> path;
                };
        var visitor = visitors.computeIfAbsent(person + way, each -> {
            var password = person.startsWith("row.") ? TestPeople.PASSWORD : "demo";
            if (way == Through.REST) {
                return Visitor.program(port, person, password);
            }
            var browser = Visitor.browser(port);
            browser.signIn(person, password);
            browser.get("/camunda/app/tasklist/default/");
            return browser;
        });
        if (address.endsWith("/logout")) {
            visitors.remove(person + way);
        }
        var called = address + ListedWorld.query(row);
        return row.method().equals("GET") ? visitor.get(called, "*/*") : visitor.sendText(row.method(), called, body);
    }

    private static String shortened(HttpResponse<String> answer) {
        var body = answer.body();
        return body.length() > 300 ? body.substring(0, 300) : body;
    }
}
