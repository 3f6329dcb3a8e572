package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.advice;
import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.dissenting;
import static gm.sharing.journeys.Answers.dpiaDecision;
import static gm.sharing.journeys.Answers.dpiaSections;
import static gm.sharing.journeys.Answers.flowOnPolicyDocument;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.harmInScreening;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.policyDocument;
import static gm.sharing.journeys.Answers.proposal;
import static gm.sharing.journeys.Answers.risks;
import static gm.sharing.journeys.Answers.signature;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gm.sharing.DemoApplication;
import gm.sharing.Shipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What one person types is shown to the others as it was typed: no text of a form takes it for its own Markdown, HTML or expression. */
@DemoApplication
class HostileWordsIntegrationTests {

    private static final String LEAD = "lead.manchester";

    /** For one line; what it would do in Markdown, in HTML and in the templates of forms. */
    private static final String WORDS =
            " <b onclick=x>MARK</b> [MARK](javascript:alert(1)) ![MARK](https://evil.example/x)"
                    + " {{7*7}} `MARK` **MARK** | MARK |";

    private static final String LINES = "\n# MARK\n- MARK\n---\n<img src=x onerror=alert(1)>\n";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    ProcessEngine engine;

    /** Texts with words of somebody, by form. */
    private final Map<String, Set<String>> shown = new TreeMap<>();

    private final List<String> wrong = new ArrayList<>();
    private int typed;

    @Test
    void haveNoEffectInAnyLaterForm() {
        var journey = new Hostile();
        var project = journey.begin();
        journey.complete(project, "Task_DescribeNeeds", LEAD, needs());
        journey.complete(
                project, "Task_NamePartners", LEAD, partners(List.of("manchester"), List.of("bolton", "bury")));
        journey.complete(
                project,
                "Task_DescribeFlows",
                LEAD,
                flows(List.of(flowOnPolicyDocument(List.of("manchester"), List.of("bolton", "bury")))));
        journey.complete(project, "Task_AgreeArrangements", LEAD, arrangements());
        journey.complete(project, "Task_AnswerScreening", LEAD, harmInScreening());
        var open = journey.openTasks(project);
        dpiaSections().forEach((section, answers) -> {
            if (open.contains(section)) {
                journey.complete(project, section, LEAD, answers);
            }
        });
        journey.complete(project, "Task_DpiaRisks", LEAD, risks("remote", "significant"));
        journey.advise(project, "manchester", advice("accept"));
        journey.complete(project, "Task_DpiaDecide", "signatory.manchester", dpiaDecision("approve"));
        journey.complete(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "true"));
        journey.complete(project, "manchester", "Task_ReviewAgreement", "ig.manchester", policyDocument());
        journey.complete(project, "manchester", "Task_SignAgreement", "signatory.manchester", signature("sign"));
        journey.complete(project, "bolton", "Task_ReviewAgreement", "ig.bolton", dissenting());
        journey.complete(project, "bury", "Task_ReviewAgreement", "ig.bury", dissenting());
        journey.look(journey.task(project, "Task_ReviseProject"), LEAD);

        System.out.printf("Hostile words typed %d times; texts that show some, by form: %s%n", typed, shown);
        assertThat(wrong).isEmpty();
        assertThat(typed).isGreaterThan(60);
        assertThat(shown).hasSizeGreaterThan(12);
    }

    /** Looks at each form before it answers it, and types the words wherever it may type what it likes. */
    private final class Hostile extends JourneyDriver {

        Hostile() {
            super(engine);
        }

        String begin() {
            var answers = new HashMap<>(proposal("Each field"));
            answers.putAll(hostile(answers, fields("start-proposal")));
            return start(LEAD, answers);
        }

        @Override
        void submit(Task task, String person, Map<String, Object> answers) {
            look(task, person);
            super.submit(task, person, hostile(answers, fields(form(task))));
        }

        void look(Task task, String person) {
            var form = form(task);
            var own = fields(form);
            var variables = as(person, () -> engine.getFormService().getTaskFormVariables(task.getId()));
            variables.forEach((name, value) -> {
                if (value instanceof String text && text.contains("MARK") && !own.containsKey(name)) {
                    shown.computeIfAbsent(form, each -> new TreeSet<>()).add(name);
                    // A list that somebody typed is shown as one.
                    var effective = text.replaceAll("(?s)\\\\.", "");
                    if (List.of("<b", "MARK](", "<img", "`", "**MARK", "://evil.example").stream()
                                    .anyMatch(effective::contains)
                            || effective.lines().anyMatch(line -> line.matches("[> ]*#+ MARK.*|[> ]*---"))) {
                        wrong.add(form + " " + name + ": " + text);
                    }
                }
            });
        }
    }

    private String form(Task task) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskId(task.getId())
                .initializeFormKeys()
                .singleResult()
                .getCamundaFormRef()
                .getKey();
    }

    /** What may be typed freely, and whether in several lines; dates, addresses and choices have rules of their own. */
    private static Map<String, Boolean> fields(String form) {
        try {
            Map<String, Boolean> fields = new HashMap<>();
            collect(JSON.readTree(Shipped.file(form + ".form").toFile()), fields);
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode component, Map<String, Boolean> fields) {
        var type = component.path("type").asText();
        boolean free = component.path("validate").path("pattern").isMissingNode()
                && component
                        .path("validate")
                        .path("validationType")
                        .asText("custom")
                        .matches("custom|");
        if ((type.equals("textfield") || type.equals("textarea")) && free) {
            fields.put(component.path("key").asText(), type.equals("textarea"));
        }
        component.path("components").forEach(part -> collect(part, fields));
    }

    private Map<String, Object> hostile(Map<?, ?> answers, Map<String, Boolean> fields) {
        Map<String, Object> all = new HashMap<>();
        answers.forEach((key, value) -> all.put(key.toString(), hostile(key.toString(), value, fields)));
        return all;
    }

    private Object hostile(String key, Object value, Map<String, Boolean> fields) {
        if (value instanceof Map<?, ?> part) {
            return hostile(part, fields);
        }
        if (value instanceof List<?> parts) {
            return parts.stream()
                    .map(part -> part instanceof Map<?, ?> row ? hostile(row, fields) : part)
                    .toList();
        }
        if (value instanceof String text && !text.isEmpty() && fields.containsKey(key) && !text.contains("@")) {
            typed++;
            return text + WORDS + (fields.get(key) ? LINES : "");
        }
        return value;
    }
}
