package gm.sharing.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import gm.sharing.Dates;
import gm.sharing.DemoApplication;
import gm.sharing.RoundTrips;
import gm.sharing.Visitor;
import gm.sharing.organisation.People;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** The figures are what somebody counts by hand of fifty journeys, on the page, in files and from the event log. They are written once: nobody can take events away. */
@DemoApplication
@TestInstance(Lifecycle.PER_CLASS)
class InsightIntegrationTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String YEARS = "fromDay=1&fromMonth=1&fromYear=2011&toDay=31&toMonth=12&toYear=2012";
    private static final String OURS = "SJ-2011-9";

    /** What reading all figures says to the database, with the beginning and the end of its transaction. */
    private static final int MOST_STATEMENTS = 16;

    private static final Pattern ROW = Pattern.compile("(?s)<tr.*?</tr>");
    private static final Pattern CELL = Pattern.compile("(?s)<t[hd][^>]*>(.*?)</t[hd]>");

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Insight insight;

    @Autowired
    People people;

    private final List<MadeUpJourney> journeys = MadeUpJourney.all();

    @BeforeAll
    void write() {
        new WrittenJourneys(database).write(journeys);
    }

    @AfterAll
    void takeAway() {
        new WrittenJourneys(database).takeAway();
    }

    @Test
    void timesAreThoseCountedByHandOnThePageInTheFileAndFromTheEventLog() throws IOException {
        var byHand = CountByHand.of(journeys);
        assertThat(byHand).hasSizeGreaterThan(20);

        assertThat(times(file("times", YEARS))).isEqualTo(byHand);
        assertThat(times(onPage("times", YEARS))).isEqualTo(byHand);
        assertThat(CountFromLog.figures(log(), OURS)).isEqualTo(byHand);
    }

    @Test
    void timesAreThoseOfAPeriodAndOfAKind() throws IOException {
        var counted = new CountByHand();
        journeys.stream()
                .flatMap(journey -> journey.said().stream())
                .filter(said -> said.partner().equals("gmp"))
                .filter(said -> Dates.on(said.steps().get("REVIEW")).getYear() == 2011
                        && Dates.on(said.steps().get("REVIEW")).getMonth() == Month.JUNE)
                .forEach(said -> counted.add(
                        Stretch.REVIEW, "Police", said.asked(), said.steps().get("REVIEW"), said.pauses()));

        assertThat(times(file(
                        "times", "fromDay=1&fromMonth=6&fromYear=2011&toDay=30&toMonth=6&toYear=2011&kind=police")))
                .containsAllEntriesOf(counted.figures())
                .doesNotContainKey("A partner reviews | Council");
    }

    @Test
    void comparesWhatBeganBeforeAVersionOfAModelWithWhatBeganAfterwards() {
        var changed = Instant.parse("2011-08-01T00:00:00Z");
        var asked = new Asked(
                new Period(LocalDate.of(2011, 1, 1), LocalDate.of(2012, 12, 31)),
                null,
                new ModelVersions.Version("partner-sign-off", 2, "Partner sign-off", changed));
        Map<Boolean, CountByHand> parts = Map.of(true, new CountByHand(), false, new CountByHand());
        journeys.stream().flatMap(journey -> journey.said().stream()).forEach(said -> parts.get(
                        said.asked().isBefore(changed))
                .add(Stretch.REVIEW, "", said.asked(), said.steps().get("REVIEW"), said.pauses()));

        var comparison = insight.read(asked).stream()
                .filter(figure -> figure.kind() == Figure.Kind.COMPARISON)
                .findFirst()
                .orElseThrow();

        assertThat(comparison.table().rows())
                .contains(new Table.Row(
                        "A partner reviews",
                        Stream.of(true, false)
                                .flatMap(
                                        part -> parts.get(part).figures().get("A partner reviews | All kinds").stream())
                                .toList()));
    }

    @Test
    void countsAreThoseCountedByHand() throws IOException {
        var record = new WrittenJourneys(database);
        record.measure("SJ-2011-9000", "2011-05-02", "2011-05-02", "2011-05-02T22:30:00Z");
        record.measure("SJ-2011-9001", "2011-05-02", "2011-05-02", "2011-05-02T23:30:00Z");
        record.measure("SJ-2011-9002", "2011-05-02", "2011-06-02", null);
        record.measure("SJ-2011-9003", "2011-05-02", "2999-06-02", null);

        assertThat(file("rounds", YEARS).stream().skip(1))
                .containsExactlyElementsOf(counted(
                        journeys.stream().map(journey -> journey.rounds().size()),
                        rounds -> List.of(rounds == 1 ? "1 round" : rounds + " rounds")));
        assertThat(column(file("refusals", YEARS), 1, 2))
                .containsExactlyInAnyOrderEntriesOf(number(journeys.stream()
                        .flatMap(journey -> journey.said().stream())
                        .map(MadeUpJourney.Said::ground)
                        .filter(ground -> !ground.isEmpty())));
        assertThat(file("refusals", YEARS).get(1).get(0)).startsWith("There is no legal power");
        assertThat(column(file("changes", YEARS), 0, 1))
                .containsExactlyInAnyOrderEntriesOf(number(journeys.stream()
                        .flatMap(journey -> journey.said().stream())
                        .filter(said -> said.decision().equals("REQUEST_CHANGES"))
                        .map(said -> said.round() == 1 ? "purpose" : "retention")));
        assertThat(column(file("measures", YEARS), 0, 1))
                .containsOnly(
                        entry("In place in time", "1"),
                        entry("In place, but late", "1"),
                        entry("Overdue", "1"),
                        entry("Delayed to a later day", "1"));
        assertThat(column(file("overdue", YEARS), 0, 2))
                .containsAllEntriesOf(number(journeys.stream()
                        .flatMap(journey -> journey.said().stream())
                        .filter(MadeUpJourney.Said::late)
                        .map(said -> CountByHand.label(MadeUpJourney.KINDS.get(said.partner())))));
    }

    @Test
    void eventLogFollowsTheStandardAndNamesNobody() throws IOException {
        var log = log();
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(JSON.readTree(
                        Path.of("src/test/resources/ocel/ocel-2.0.schema.json").toFile()));

        assertThat(schema.validate(log)).isEmpty();
        assertThat(names(log, "eventTypes")).containsAll(values(log, "events", "type"));
        assertThat(names(log, "objectTypes")).containsExactlyInAnyOrderElementsOf(values(log, "objects", "type"));
        Set<String> objects = values(log, "objects", "id");
        assertThat(objects).hasSameSizeAs(log.get("objects")).contains("SJ-2011-9004/version-2", "SJ-2011-9004/gmp");
        for (var list : List.of("objects", "events")) {
            log.get(list).forEach(one -> one.get("relationships").forEach(related -> assertThat(objects)
                    .contains(related.get("objectId").asText())));
        }
        assertThat(log.toString())
                .contains("\"value\":\"ig\"")
                .doesNotContain(WrittenJourneys.secret(), "gwendolyn", "lead.manchester");
    }

    @Test
    void schemaOfTheEventLogRefusesWhatIsNoEventLog() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(JSON.readTree(
                        Path.of("src/test/resources/ocel/ocel-2.0.schema.json").toFile()));
        var log = log().toString();

        for (var key : List.of("eventTypes", "objectId", "qualifier", "time", "relationships")) {
            assertThat(schema.validate(JSON.readTree(log.replace("\"" + key + "\"", "\"other\""))))
                    .as(key)
                    .isNotEmpty();
        }
    }

    @Test
    void costsABoundedNumberOfStatements() {
        var asked = new Asked(new Period(null, null), null, insight.versions().get(0));
        insight.read(asked); // tables of codes are read once for each deployment

        assertThat(RoundTrips.of(() -> insight.read(asked))).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
    }

    /** A plan for any period took a minute where one for the period that was asked for took five seconds. */
    @Test
    @EnabledIfSystemProperty(
            named = "test.database",
            matches = "postgresql",
            disabledReason = "H2 keeps no such plans.")
    void areReadByPlansForThePeriodHoweverOftenTheyAreAskedFor() {
        var asked = new Asked(new Period(null, null), null, null);
        transactions.executeWithoutResult(reading -> {
            for (int i = 0; i < 15; i++) {
                insight.read(asked);
            }

            assertThat(
                            database.queryForMap(
                                    """
                            select count(*) as kept, sum(generic_plans) as for_any from pg_prepared_statements
                            where statement like '%= '''' or o.sector = %'"""))
                    .satisfies(kept -> assertThat((Long) kept.get("kept")).isPositive())
                    .satisfies(kept -> assertThat(kept.get("for_any")).hasToString("0"));
        });
    }

    @Test
    void whatNeedsAttentionCostsTwoStatementsAndWithoutAnyReviewOneMore() {
        var board = people.find("board").orElseThrow();

        assertThat(RoundTrips.of(() -> insight.needsAttention(board)))
                .filteredOn(way -> way.startsWith("select"))
                .hasSize(insight.needsAttention(board).reviews().isEmpty() ? 3 : 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"board", "owner", "admin"})
    void isForTheBoardForOwnersOfModelsAndForAdministrators(String person) {
        var visitor = Visitor.signedIn(port, person);

        assertThat(visitor.get("/insight").body()).contains("Times and delays", "href=\"/insight\"", "<svg");
        assertThat(visitor.get("/insight/times.csv").statusCode()).isEqualTo(200);
        assertThat(visitor.getJson("/insight/events.json").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ig.bolton", "lead.manchester", "signatory.bury", "admin.bolton", "ethics"})
    void isForNobodyElse(String person) {
        var visitor = Visitor.signedIn(port, person);

        for (var path : List.of("/insight", "/insight/times.csv", "/insight/events.json")) {
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(visitor.get("/work").body()).doesNotContain("href=\"/insight\"");
        assertThat(Visitor.browser(port).get("/insight/events.json").statusCode())
                .isIn(302, 401);
    }

    @ParameterizedTest
    @CsvSource({
        "fromDay=31&fromMonth=6&fromYear=2027, fromDay, 'First day: give a day, a month and a year', 31",
        "toDay=x&toMonth=6&toYear=2027, toDay, 'Last day: give a day, a month and a year', x",
        "fromDay=1&fromMonth=1&fromYear=999999999, fromDay, 'First day: give a day', 999999999",
        "fromDay=2&fromMonth=6&fromYear=2027&toDay=1&toMonth=6&toYear=2027, toDay, 'not before the first day', 2027",
        "kind=shop&fromDay=7, kind, 'Choose a kind of organisation from the list', 7",
        "change=shop-1&fromDay=8, change, 'Choose a version of a model from the list', 8"
    })
    void saysWhatIsWrongAndKeepsWhatWasTyped(String query, String field, String said, String kept) {
        var board = Visitor.signedIn(port, "board");

        assertThat(board.get("/insight?" + query).body())
                .contains(said, "href=\"#" + field + "\"", "value=\"" + kept + "\"", "<title>Error: ")
                .doesNotContain("<svg");
        assertThat(board.get("/insight/times.csv?" + query).statusCode()).isEqualTo(400);
    }

    private JsonNode log() throws IOException {
        return JSON.readTree(
                Visitor.signedIn(port, "board").getJson("/insight/events.json").body());
    }

    private List<List<String>> file(String figure, String query) throws IOException {
        var file = Visitor.signedIn(port, "board").get("/insight/" + figure + ".csv?" + query);
        assertThat(file.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        try (var parser = CSVParser.parse(file.body(), CSVFormat.DEFAULT)) {
            return parser.stream()
                    .map(line -> Stream.of(line.values()).toList())
                    .toList();
        }
    }

    private List<List<String>> onPage(String figure, String query) {
        var page = Visitor.signedIn(port, "board").get("/insight?" + query).body();
        var section = page.substring(page.indexOf("id=\"" + figure + "\""));
        return ROW.matcher(section.substring(0, section.indexOf("</table>")))
                .results()
                .map(row -> CELL.matcher(row.group())
                        .results()
                        .map(cell -> HtmlUtils.htmlUnescape(cell.group(1)))
                        .toList())
                .toList();
    }

    private static Map<String, List<String>> times(List<List<String>> lines) {
        return lines.stream()
                .skip(1)
                .collect(Collectors.toMap(
                        line -> line.get(0) + " | " + line.get(1),
                        line -> line.subList(2, 5),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static Map<String, String> column(List<List<String>> lines, int key, int value) {
        return lines.stream()
                .skip(1)
                .collect(Collectors.toMap(
                        line -> line.get(key), line -> line.get(value), (one, other) -> one, LinkedHashMap::new));
    }

    private static Map<String, String> number(Stream<String> things) {
        return things.collect(Collectors.groupingBy(
                thing -> thing, Collectors.collectingAndThen(Collectors.counting(), String::valueOf)));
    }

    private static List<List<String>> counted(Stream<Integer> numbers, Function<Integer, List<String>> words) {
        Map<Integer, Long> counted =
                numbers.collect(Collectors.groupingBy(number -> number, TreeMap::new, Collectors.counting()));
        return counted.entrySet().stream()
                .map(one -> Stream.concat(words.apply(one.getKey()).stream(), Stream.of(String.valueOf(one.getValue())))
                        .toList())
                .toList();
    }

    private static Set<String> names(JsonNode log, String list) {
        return values(log, list, "name");
    }

    private static Set<String> values(JsonNode log, String list, String key) {
        Set<String> values = new HashSet<>();
        log.get(list).forEach(one -> values.add(one.get(key).asText()));
        return values;
    }
}
