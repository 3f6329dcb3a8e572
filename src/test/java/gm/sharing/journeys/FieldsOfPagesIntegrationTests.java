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

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.project.Projects;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffState;
import gm.sharing.signoff.SignOffs;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/** Whatever a field of a page holds that no page of ours sends, the answer names what is wrong and nothing is changed. */
@DemoApplication
@Tag("one-database")
class FieldsOfPagesIntegrationTests {

    private static final String LEAD = "lead.manchester";
    private static final String SIGNATORY = "signatory.manchester";

    private static final Pattern FIELD = Pattern.compile("<(?:input|textarea|select)[^>]*? name=\"([^\"]+)\"");
    private static final Pattern TICK = Pattern.compile("<input(?=[^>]*type=\"checkbox\")[^>]*? name=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile(
            "<(?:input|textarea)(?![^>]*type=\"checkbox\")[^>]*? name=\"([^\"]+)\"[^>]*?(?: value=\"|>)([^\"<]*)");

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Projects projects;

    @Autowired
    SignOffs signOffs;

    /**
     * A form of a page.
     *
     * @param fields with answers that would be taken, but for one
     * @param optional those that may be left out
     */
    private record Form(String who, String page, String action, Map<String, String> fields, List<String> optional) {

        Form(String who, String page, Map<String, String> fields, String... optional) {
            this(who, page, page, fields, List.of(optional));
        }

        /** With one field as nobody sends it; the others stay as they are. */
        List<List<Map.Entry<String, String>>> misshapen(String field) {
            var value = fields.get(field);
            List<List<Map.Entry<String, String>>> all = new ArrayList<>();
            if (!optional.contains(field)) {
                all.add(with(field));
                all.add(with(field, Map.entry(field, "")));
                all.add(with(field, Map.entry(field + "[0]", value)));
            }
            all.add(with(field, Map.entry(field, value), Map.entry(field, "other")));
            all.add(with(field, Map.entry(field, "x".repeat(40_000))));
            all.add(with(field, Map.entry(field, value + "\u0000")));
            all.add(with(field, Map.entry(field, value + "\u001B[2J")));
            return all;
        }

        @SafeVarargs
        @SuppressWarnings("varargs") // only read
        private List<Map.Entry<String, String>> with(String field, Map.Entry<String, String>... instead) {
            return Stream.concat(
                            fields.entrySet().stream()
                                    .filter(one -> !one.getKey().equals(field)),
                            Stream.of(instead))
                    .toList();
        }
    }

    @Test
    void isRefusedWithWhatIsWrongAndChangesNothing() {
        var project = signedByManchester();
        var page = "/projects/" + project;
        var journey = new JourneyDriver(engine);
        var task = journey.task(project, "bolton", "Task_ReviewAgreement").getId();
        var reason = Map.of("reason", "We have a reason.");
        var forms = List.of(
                new Form(
                        LEAD,
                        "/absence",
                        Map.of(
                                "firstDay", "3",
                                "firstMonth", "2",
                                "firstYear", "2031",
                                "lastDay", "4",
                                "lastMonth", "2",
                                "lastYear", "2031",
                                "deputy", "nobody.at.all")),
                new Form(LEAD, page + "/lead", Map.of("lead", "nobody.at.all")),
                new Form(
                        SIGNATORY,
                        "/organisations/manchester/mandates",
                        Map.of(
                                "kinds", "title",
                                "post", "SIRO",
                                "fromDay", "3",
                                "fromMonth", "2",
                                "fromYear", "2031",
                                "untilDay", "4",
                                "untilMonth", "2",
                                "untilYear", "2031")),
                new Form(LEAD, page + "/withdraw", reason),
                new Form("board", page + "/stop", reason),
                new Form(LEAD, page + "/take-back", reason),
                new Form(SIGNATORY, page + "/signatures/manchester/withdraw", reason),
                new Form(
                        LEAD,
                        page + "/partners/bolton/more-time",
                        Map.of("day", "3", "month", "2", "year", "2020", "reason", "They ask for it.")),
                new Form(
                        "ig.bolton",
                        "/tasks/" + task + "/pass",
                        Map.of("colleague", "nobody.at.all", "note", "Please."),
                        "note"));
        List<String> faults = new ArrayList<>();
        for (var form : forms) {
            var visitor = Visitor.signedIn(port, form.who());
            for (var field : form.fields().keySet()) {
                for (var fields : form.misshapen(field)) {
                    var answer = visitor.submit(form.page(), form.action(), fields);
                    if (!refuses(answer)) {
                        faults.add("%s %s: %d".formatted(form.action(), shortened(fields), answer.statusCode()));
                    }
                }
            }
        }

        assertThat(faults).isEmpty();
        var reference = new ProjectReference(project);
        assertThat(projects.get(reference).status()).isEqualTo(ProjectStatus.IN_SIGN_OFF);
        assertThat(signOffs.of(reference)).extracting(SignOff::state).contains(SignOffState.SIGNED);
    }

    /** Each field of a page about an organisation by its own name, beside what stands in the others. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            /organisations/bury/names            |
            /organisations/bury/standing         |
            /organisations/bury/registration     |
            /organisations/bury/contacts         |
            /organisations/bury/officers         |
            /organisations/bury/assurances/dspt  | result=dspt-standards-met&valid-untilDay=1&valid-untilMonth=1&valid-untilYear=2199
            /organisations/bury/signatories/new  | signatory=Sam Hill&signs=Every agreement
            /organisations/bury/processors/new   | processor=Host Ltd&processing=Hosting
            /add-organisation                    | code=misshapen&name=Misshapen&email=ig@example.org
            """)
    void isRefusedByItsNameOnPagesOfOrganisations(String page, @Nullable String typed) {
        var admin = Visitor.signedIn(port, "admin");
        var shown = admin.get(page).body();
        Map<String, String> fields = new LinkedHashMap<>();
        FIELD.matcher(shown).results().forEach(field -> fields.put(field.group(1), ""));
        // What is looked for is kept nowhere.
        fields.keySet().removeAll(Set.of("_csrf", "find-words", "find-shown"));
        VALUE.matcher(shown)
                .results()
                .forEach(value -> fields.computeIfPresent(
                        value.group(1), (name, before) -> HtmlUtils.htmlUnescape(value.group(2))));
        if (typed != null) {
            Stream.of(typed.split("&")).map(one -> one.split("=")).forEach(one -> fields.put(one[0], one[1]));
        }
        Set<String> ticks =
                TICK.matcher(shown).results().map(tick -> tick.group(1)).collect(Collectors.toSet());
        assertThat(fields.size()).as(page).isGreaterThan(2);

        List<String> faults = new ArrayList<>();
        for (var field : fields.keySet()) {
            // What is wrong with a day leads to the first of its numbers.
            var place = field.replaceFirst("(Month|Year)$", "Day");
            var form = new Form("admin", page, fields, ticks.toArray(String[]::new));
            for (var sent : form.misshapen(field)) {
                if (sent.contains(Map.entry(field, "")) && !field.equals("version")) {
                    continue;
                }
                // Each member is ticked, and sent, by itself.
                if (field.equals("members") && sent.contains(Map.entry(field, "other"))) {
                    continue;
                }
                var answer = admin.submit(page, page, sent);
                boolean refused = field.equals("version")
                        ? answer.statusCode() == 400 && answer.body().contains("This cannot be done")
                        : answer.body().contains("href=\"#" + place + "\"");
                if (!refused) {
                    faults.add("%s %s: %d".formatted(field, shortened(sent), answer.statusCode()));
                }
            }
        }

        assertThat(faults).isEmpty();
        assertThat(admin.get(page).body().replaceAll("_csrf[^>]*", ""))
                .as("nothing was changed")
                .isEqualTo(shown.replaceAll("_csrf[^>]*", ""));
    }

    @Test
    void isRefusedInAddressesToo() {
        var project = signedByManchester();
        var lead = Visitor.signedIn(port, LEAD);

        for (var asked : List.of(
                "/register?words=a&words=b",
                "/register?status=x&status=y",
                "/register/check?digest=a&digest=b",
                "/measures?show=a&show=b",
                "/measures?page=%00",
                "/measures?page=1&page=2",
                "/projects?list=a%00",
                "/projects/" + project + "/agreement/changes",
                "/projects/" + project + "/agreement/changes?from=1.0",
                "/projects/" + project + "/agreement/changes?from=1.0&to=1.0&to=1.0",
                "/absence?person=a&person=b")) {
            var answer = lead.get(asked);
            assertThat(answer.statusCode()).as(asked).isEqualTo(400);
            assertThat(answer.body()).as(asked).contains("This cannot be done");
        }
    }

    /** On the page itself, where what was typed is kept, or on one that says what stands against it. */
    private static boolean refuses(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200 -> answer.body().contains("There is a problem");
            case 400, 409 -> answer.body().contains("This cannot be done");
            default -> false;
        };
    }

    private static String shortened(List<Map.Entry<String, String>> fields) {
        var text = fields.toString();
        return text.length() > 120 ? text.substring(0, 120) : text;
    }

    /** The lead's own organisation has signed, and Bolton was asked. */
    private String signedByManchester() {
        var journey = new JourneyDriver(engine);
        var project = journey.start(LEAD, proposal("Fields that nobody sends"));
        journey.complete(project, "Task_DescribeNeeds", LEAD, needs());
        journey.complete(project, "Task_NamePartners", LEAD, partners(List.of("manchester"), List.of("bolton")));
        journey.complete(
                project, "Task_DescribeFlows", LEAD, flows(List.of(flow(List.of("manchester"), List.of("bolton")))));
        journey.complete(project, "Task_AgreeArrangements", LEAD, arrangements());
        journey.complete(project, "Task_AnswerScreening", LEAD, nothingInScreening());
        journey.complete(
                project,
                "Task_ConfirmNoDpia",
                "dpo.manchester",
                Map.of("dpiaNeeded", "false", "reason", "Little is shared."));
        journey.complete(project, "Task_DecideNoDpia", SIGNATORY, withoutDpia());
        journey.complete(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "true"));
        journey.complete(project, "manchester", "Task_ReviewAgreement", "ig.manchester", review("sign"));
        journey.complete(project, "manchester", "Task_SignAgreement", SIGNATORY, signature("sign"));
        return project;
    }
}
