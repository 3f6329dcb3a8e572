package gm.sharing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import gm.sharing.DemoApplication;
import gm.sharing.deadline.TypedDay;
import gm.sharing.journeys.RestDriver;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Whatever the language and time zone of a browser, a day that is typed in Tasklist is the day that was meant, in the British
 * order, or an error next to its field. Tasklist is given the date fields of all our forms at once, and what it sends is read.
 */
@DemoApplication
class DaysPackagedTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NO_DAY = "Day must be a real date, such as 27/3/2027";
    private static final String OUT_OF_RANGE = "Day must be from 2000 to ";

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    /** The thirteenth of a month, which the American order does not have as a month. */
    private static final LocalDate THIRTEENTH = TODAY.plusMonths(2).withDayOfMonth(13);

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    /** What is typed, and the day that it is; what begins with the name of the field is an error. */
    private static final Map<String, String> WAYS = ways(
            """
            04/01/2027 → 2027-01-04
            4/1/2027 → 2027-01-04
            01/04/2027 → 2027-04-01
            13/01/2027 → 2027-01-13
            12/11/2027 → 2027-11-12
            4.1.2027 → 2027-01-04
            4-1-2027 → 2027-01-04
            4 1 2027 → 2027-01-04
             4 / 1 / 2027  → 2027-01-04
            4 January 2027 → 2027-01-04
            4 jan 2027 → 2027-01-04
            4th January 2027 → 2027-01-04
            Monday 4 January 2027 → 2027-01-04
            2027-01-04 → 2027-01-04
            29/02/2028 → 2028-02-29
            28/03/2027 → 2027-03-28
            31/10/2027 → 2027-10-31
            01/01/2000 → 2000-01-01
            Tuesday 4 January 2027 → no day
            01/13/2027 → no day
            29/02/2027 → no day
            31/04/2027 → no day
            99/99/9999 → no day
            00/01/2027 → no day
            4/1/27 → no day
            4/1 → no day
            04012027 → no day
            January 4 2027 → no day
            2027/01/04 → no day
            4/1/2027 or later → no day
            4 Januar 2027 → no day
            today → no day
            soon → no day
            04/01/0027 → out of range
            31/12/1999 → out of range
            31/12/9999 → out of range
            """);

    /** What differs between the orders, signs and words of languages. */
    private static final Set<String> KEY_WAYS = Set.of(
            "01/04/2027",
            "13/01/2027",
            "01/13/2027",
            "4.1.2027",
            "4 January 2027",
            "4 Januar 2027",
            "29/02/2028",
            "99/99/9999",
            "28/03/2027");

    /** Days that a form was given: about midnight in the west and the east, and where clocks change. */
    private static final List<String> PREFILLED =
            List.of("2027-01-01", "2027-03-14", "2027-03-28", "2027-10-31", "2028-02-29", "2028-10-29", "2001-12-31");

    private static Chromium chromium;
    private static DateFields forms;

    @LocalServerPort
    int port;

    private final List<JsonNode> sent = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        forms = DateFields.ofAllForms().with("typed", WAYS.size()).with("prefilled", PREFILLED.size());
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Map<String, String> ways(String lines) {
        Map<String, String> ways = new LinkedHashMap<>();
        lines.lines()
                .map(line -> line.split(" → "))
                .forEach(way -> ways.put(
                        way[0],
                        switch (way[1]) {
                            case "no day" -> NO_DAY;
                            case "out of range" -> OUT_OF_RANGE;
                            default -> way[1];
                        }));
        return ways;
    }

    @Test
    void leavesOutNoDateOfAnyForm() throws IOException {
        assertThat(forms.fields()).hasSize((int) DateFields.inFiles()).allMatch(field -> field.subtype()
                .equals("date"));
        assertThat(forms.fields()).extracting(DateFields.Field::form).contains("agree-arrangements", "ico-answer");
    }

    /** The pair that is furthest from Britain has the whole table; the others have what differs between languages or zones. */
    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "en-US, America/Los_Angeles, true",
        "de-DE, Europe/London, false",
        "en-GB, Europe/London, false",
        "en-US, Europe/London, false",
        "de-DE, America/Los_Angeles, false",
        "en-GB, America/Los_Angeles, false"
    })
    void aTypedDayIsTheOneThatWasMeantOrAnError(String locale, String zone, boolean wholeTable) {
        var page = chromium.newPerson(locale, zone);
        try {
            var form = open(page);
            assertThat(form.locator(".fjs-form-field-datetime"))
                    .hasCount(forms.fields().size() + WAYS.size() + PREFILLED.size());

            var typed = WAYS.keySet().stream()
                    .map(way -> wholeTable || KEY_WAYS.contains(way) ? way : "")
                    .toList();
            type(list(form, "typed"), typed);
            await().untilAsserted(() -> assertThat(shown(list(form, "typed")))
                    .containsExactlyElementsOf(
                            typed.stream().map(DaysPackagedTests::expected).toList()));
            typeIntoEveryForm(form);
            complete(page);
            assertThat(alert(page)).containsText("There is a problem");
            assertThat(alert(page)).containsText("marked in red");
            assertThat(sent).isEmpty();

            type(
                    list(form, "typed"),
                    typed.stream().map(way -> isDay(way) ? way : "").toList());
            assertThat(alert(page)).hasCount(0);
            page.waitForResponse(response -> response.url().endsWith("/submit-form"), () -> complete(page));

            assertThat(days(sent.get(0), "typed"))
                    .containsExactlyElementsOf(typed.stream()
                            .map(way -> isDay(way) ? WAYS.get(way) : null)
                            .toList());
            assertThat(days(sent.get(0), "prefilled")).containsExactlyElementsOf(PREFILLED);
            assertThat(everyDayOfForms(sent.get(0)))
                    .hasSize(forms.fields().size())
                    .containsOnly(THIRTEENTH.toString());
        } finally {
            page.context().close();
        }
    }

    /** form-js tells a field again what it was told, at its own time: each row waits a little longer before its second day. */
    @Test
    void theLaterOfTwoDaysTypedOneRightAfterTheOtherStays() {
        var page = chromium.newPerson("en-GB", "Europe/London");
        try {
            var form = open(page);
            list(form, "typed")
                    .evaluateAll(
                            """
                    (fields, days) => Promise.all(fields.map(async (field, row) => {
                      const input = field.querySelector('input[data-input]');
                      for (const day of days) {
                        input.value = day;
                        input.dispatchEvent(new FocusEvent('blur'));
                        await new Promise(later => setTimeout(later, row));
                      }
                    }))""",
                            List.of("13/01/2027", "04/01/2027"));
            await().untilAsserted(() -> {
                page.waitForResponse(response -> response.url().endsWith("/submit-form"), () -> complete(page));
                assertThat(days(sent.get(sent.size() - 1), "typed"))
                        .hasSize(WAYS.size())
                        .containsOnly("2027-01-04");
            });
            assertThat(shown(list(form, "typed"))).containsOnly(expected("04/01/2027"));
        } finally {
            page.context().close();
        }
    }

    private static boolean isDay(String way) {
        return !way.isEmpty() && !WAYS.get(way).startsWith("Day");
    }

    private static void type(Locator fields, List<String> texts) {
        for (int row = 0; row < texts.size(); row++) {
            var input = input(fields.nth(row));
            if (!input.inputValue().equals(texts.get(row))) {
                input.fill(texts.get(row));
                input.blur();
            }
        }
    }

    /** What stands in each field, and in words or as an error below it. */
    private static List<String> shown(Locator fields) {
        var shown = fields.evaluateAll(
                "fields => fields.map(field => field.querySelector('input[data-input]').value + ' | '"
                        + " + Array.from(field.querySelectorAll('.words:not([hidden]), .problem:not([hidden])'))"
                        + ".map(said => said.textContent).join(' & '))");
        return ((List<?>) shown).stream().map(Object::toString).toList();
    }

    private static String expected(String way) {
        if (way.isEmpty()) {
            return " | ";
        }
        if (isDay(way)) {
            var day = LocalDate.parse(WAYS.get(way));
            return TYPED.format(day) + " | " + IN_WORDS.format(day);
        }
        return way + " | "
                + (WAYS.get(way).equals(OUT_OF_RANGE)
                        ? OUT_OF_RANGE + (TODAY.getYear() + TypedDay.YEARS_AHEAD)
                        : NO_DAY);
    }

    private static void typeIntoEveryForm(Locator form) {
        String lastForm = "";
        for (var field : forms.fields()) {
            var part = fieldOf(form, field);
            var input = input(part);
            if (field.notPassed()) {
                input.fill(TYPED.format(TODAY.minusDays(1)));
                input.blur();
                assertThat(part.locator(".problem")).containsText("must be today or later");
            } else if (!field.form().equals(lastForm)) {
                input.fill("31/02/2027");
                input.blur();
                assertThat(part.locator(".problem")).containsText("must be a real date");
            }
            lastForm = field.form();
            input.fill(TYPED.format(THIRTEENTH));
            input.blur();
            assertThat(part.locator(".words")).hasText(IN_WORDS.format(THIRTEENTH));
        }
    }

    private static Locator input(Locator field) {
        return field.locator("input[data-input]");
    }

    private static Locator fieldOf(Locator form, DateFields.Field field) {
        return form.locator(".fjs-form-field-datetime")
                .filter(new Locator.FilterOptions().setHas(form.page().locator("input[id*='" + field.id() + "']")));
    }

    private static Locator list(Locator form, String name) {
        return form.locator(".fjs-form-field-datetime")
                .filter(new Locator.FilterOptions().setHas(form.page().locator("input[id*='Day_" + name + "']")));
    }

    /** The lead's first task with our form in place of its own; what is sent is kept and refused, so that the task stays. */
    private Locator open(Page page) {
        var rest = new RestDriver(port, "demo");
        var reference = rest.start("lead.manchester", WebApplicationsPackagedTests.PROPOSAL);
        var task = rest.awaitTask(reference, "Task_DescribeNeeds", "lead.manchester");
        page.route("**/task/" + task + "/deployed-form*", route -> answer(route, forms.form()));
        page.route("**/task/" + task + "/form-variables*", route -> answer(route, prefilled()));
        page.route("**/task/" + task + "/submit-form", route -> {
            sent.add(values(route.request()));
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(400)
                    .setContentType("application/json")
                    .setBody("{}"));
        });
        var tasklist = Tasklist.signIn(page, "http://localhost:" + port, "lead.manchester");
        page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/#/?task=" + task);
        var form = tasklist.page().locator(".fjs-form");
        assertThat(form).isVisible();
        return form;
    }

    private static JsonNode prefilled() {
        var rows = PREFILLED.stream().map(day -> Map.of("day", day)).toList();
        return JSON.valueToTree(Map.of(
                "prefilled",
                Map.of("type", "Json", "value", JSON.valueToTree(rows).toString(), "valueInfo", Map.of())));
    }

    private static void answer(Route route, JsonNode body) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(body.toString()));
    }

    private static JsonNode values(Request request) {
        try {
            var values = JSON.createObjectNode();
            for (var variable :
                    JSON.readTree(request.postData()).path("variables").properties()) {
                values.set(
                        variable.getKey(),
                        JSON.readTree(variable.getValue().path("value").asText()));
            }
            return values;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> days(JsonNode values, String list) {
        List<String> days = new ArrayList<>();
        values.path(list).forEach(row -> days.add(row.path("day").textValue()));
        return days;
    }

    private static List<String> everyDayOfForms(JsonNode values) {
        List<String> days = new ArrayList<>();
        values.properties().forEach(part -> {
            if (!Arrays.asList("typed", "prefilled").contains(part.getKey())) {
                collect(part.getValue(), days);
            }
        });
        return days;
    }

    private static void collect(JsonNode value, List<String> days) {
        if (value.isValueNode()) {
            days.add(value.textValue());
        }
        value.forEach(part -> collect(part, days));
    }

    private static void complete(Page page) {
        page.locator("button:has-text('Complete')").last().click();
    }

    private static Locator alert(Page page) {
        return page.locator(".page-notifications .alert-danger");
    }
}
