package gm.sharing.workflow.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import gm.sharing.Shipped;
import gm.sharing.browser.Chromium;
import gm.sharing.journeys.RestDriver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Each shipped form is filled twice in one browser by the same hand: in the viewer that Tasklist has in its bundle, and on the page
 * that this application makes of it. The variables that are handed in are compared as the REST API takes them, name by name, with
 * their types, and what is left out. How they are then bound and stored is the same code for both.
 */
class FormsInTasklistTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BUNDLE = "/META-INF/resources/webjars/camunda/lib/";

    /** More than any form needs to show all that follows from answers that follow from answers. */
    private static final int MOST_ROUNDS = 12;

    private static final Set<String> SEVERAL = Set.of("checklist", "taglist");

    /** Of all forms together, so that nothing is compared with nothing. */
    private static final int MANY = 300;

    private static final SpringTemplateEngine TEMPLATES = templates();

    private static Chromium chromium;
    private static Page tasklist;
    private static Page ours;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        tasklist = blank(BUNDLE + "runtime.js", BUNDLE + "deps.js");
        tasklist.addScriptTag(script(text("/forms-in-browser/tasklist.js")));
        ours = blank();
        ours.addScriptTag(script(text("/forms-in-browser/page.js")));
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void handInTheSameWhenNothingIsAnswered() {
        handInTheSame(form -> new SampleAnswers(form, 0, false), answers -> List.of());
    }

    @Test
    void handInTheSameWhenEverythingIsAnswered() {
        int answered = handInTheSame(form -> new SampleAnswers(form, 1, true), answers -> List.of(answers.answers(2)));

        assertThat(answered).as("answers that were typed").isGreaterThan(MANY);
    }

    @Test
    void handInTheSameWhenAnswersAreChangedAndRowsAddedAndRemoved() {
        handInTheSame(
                form -> new SampleAnswers(form, 2, true).answeredBefore(),
                answers -> List.of(answers.answers(2), answers.answers(1)));
    }

    private static int handInTheSame(
            Function<JsonNode, SampleAnswers> shown, Function<SampleAnswers, List<ObjectNode>> steps) {
        Map<String, String> different = new TreeMap<>();
        AtomicInteger answered = new AtomicInteger();
        Shipped.ending(".form").forEach(file -> {
            JsonNode form = json(read(file));
            SampleAnswers answers = shown.apply(form);
            List<ObjectNode> typed = steps.apply(answers);
            JsonNode inTasklist = inTasklist(form, answers.shown(), typed);
            JsonNode onPage = onPage(form, answers.shown(), typed);
            answered.addAndGet(answered(inTasklist));
            inOrder(form, inTasklist);
            inOrder(form, onPage);
            if (!inTasklist.equals(onPage)) {
                different.put(file.getFileName().toString(), difference(inTasklist, onPage));
            }
        });
        assertThat(different).isEmpty();
        return answered.get();
    }

    /** How many answers say something. */
    private static int answered(JsonNode variables) {
        if (variables.isContainerNode()) {
            int answered = 0;
            for (JsonNode within : variables) {
                answered += answered(within);
            }
            return answered;
        }
        return variables.isNull() || variables.asText().isEmpty() ? 0 : 1;
    }

    /** Several that are chosen are handed in by Tasklist in the order of choosing, by a page in that of the options; none has a meaning. */
    private static void inOrder(JsonNode form, JsonNode variables) {
        form.findParents("key").stream()
                .filter(field -> SEVERAL.contains(field.path("type").asText()))
                .map(field -> field.path("key").asText())
                .distinct()
                .flatMap(key -> variables.findValues(key).stream())
                .map(answer -> answer.isObject() ? answer.path("value") : answer)
                .filter(ArrayNode.class::isInstance)
                .map(ArrayNode.class::cast)
                .forEach(chosen -> {
                    List<JsonNode> sorted = new ArrayList<>();
                    chosen.forEach(sorted::add);
                    sorted.sort(Comparator.comparing(JsonNode::asText));
                    chosen.removeAll().addAll(sorted);
                });
    }

    private static String difference(JsonNode inTasklist, JsonNode onPage) {
        Set<String> names = new TreeSet<>();
        inTasklist.fieldNames().forEachRemaining(names::add);
        onPage.fieldNames().forEachRemaining(names::add);
        StringBuilder all = new StringBuilder();
        names.stream()
                .filter(name -> !Objects.equals(inTasklist.get(name), onPage.get(name)))
                .forEach(name -> all.append("%n  %s%n    in Tasklist %s%n    on the page %s"
                        .formatted(name, inTasklist.get(name), onPage.get(name))));
        return all.toString();
    }

    private static JsonNode inTasklist(JsonNode form, Map<String, JsonNode> shown, List<ObjectNode> steps) {
        tasklist.evaluate(
                "([form, shown]) => openForm(JSON.parse(form), JSON.parse(shown))",
                List.of(form.toString(), text(shown)));
        steps.forEach(step -> tasklist.evaluate("want => fillForm(JSON.parse(want))", step.toString()));
        return whole(json((String) tasklist.evaluate("handIn()")));
    }

    /** As a browser without JavaScript does it: what follows is seen when the page came back, and rows are added by their buttons. */
    private static JsonNode onPage(JsonNode form, Map<String, JsonNode> shown, List<ObjectNode> steps) {
        ObjectNode answers = TypedAnswers.begun(form, shown);
        for (ObjectNode step : steps) {
            JsonNode before = null;
            for (int round = 0; !answers.equals(before); round++) {
                assertThat(round).isLessThan(MOST_ROUNDS);
                before = answers.deepCopy();
                answers = typed(form, shown, answers, step);
                rows(form, answers, step);
            }
        }
        Map<String, Object> handedIn =
                JSON.convertValue(TypedAnswers.seen(form, answers, shown), new TypeReference<Map<String, Object>>() {});
        return whole(json(RestDriver.form(handedIn)).path("variables"));
    }

    private static ObjectNode typed(JsonNode form, Map<String, JsonNode> shown, ObjectNode answers, ObjectNode step) {
        Context parts = new Context();
        parts.setVariable("parts", PartsOfForm.of(form, answers, shown, Map.of()));
        String html = TEMPLATES.process("form/parts", Set.of("all"), parts);
        var typed = new LinkedMultiValueMap<String, String>();
        ((List<?>) ours.evaluate("([html, want]) => fillPage(html, JSON.parse(want))", List.of(html, step.toString())))
                .forEach(field -> typed.add((String) ((List<?>) field).get(0), (String) ((List<?>) field).get(1)));
        ObjectNode given = TypedAnswers.begun(form, shown);
        answers.properties().stream()
                .filter(answer -> answer.getValue().isArray())
                .forEach(answer -> given.set(answer.getKey(), answer.getValue()));
        return TypedAnswers.of(form, typed, given);
    }

    private static void rows(JsonNode form, ObjectNode answers, ObjectNode step) {
        form.findParents("defaultRepetitions").forEach(list -> {
            String name = list.path("path").asText();
            RemovedRow.rows(answers, name).ifPresent(rows -> {
                while (rows.size() > step.path(name).size() && step.has(name)) {
                    RemovedRow.from(answers, name + ".0");
                }
                while (rows.size() < step.path(name).size()) {
                    rows.add(TypedAnswers.newRow(form, name));
                }
            });
        });
    }

    /** With what is written as Json within. */
    private static JsonNode whole(JsonNode variables) {
        variables.forEach(variable -> {
            if (variable.path("type").asText().equals("Json")) {
                ((ObjectNode) variable).set("value", json(variable.path("value").asText()));
            }
        });
        return variables;
    }

    private static Page blank(String... bundle) {
        Page page = chromium.newPerson();
        page.setContent("<!doctype html><title>Form</title><body></body>");
        List.of(bundle).forEach(file -> page.addScriptTag(script(text(file))));
        page.addScriptTag(script(text("/forms-in-browser/typing.js")));
        return page;
    }

    private static Page.AddScriptTagOptions script(String text) {
        return new Page.AddScriptTagOptions().setContent(text);
    }

    private static String text(String resource) {
        try (InputStream file = FormsInTasklistTests.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(file, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Object value) {
        return JSON.valueToTree(value).toString();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private static SpringTemplateEngine templates() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
