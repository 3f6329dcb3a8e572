package gm.sharing.workflow.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import gm.sharing.Shipped;
import gm.sharing.browser.Barriers;
import gm.sharing.browser.Chromium;
import gm.sharing.workflow.page.Part.Question;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The parts of each shipped form's page in one browser, without the page around them, which {@code FormPagesPackagedTests} looks
 * at: empty, filled and refused in every question, without a known barrier; each control has its label for a name, each group its
 * legend, each error describes its control.
 */
class AccessibleFormsTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WRONG = "must be filled in, in a few words";
    private static final SpringTemplateEngine TEMPLATES = templates();

    private static Chromium chromium;
    private static Page page;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        page = chromium.newPerson();
        page.setContent("<!doctype html><html lang='en-GB'><head><title>Form</title></head><body></body></html>");
        List.of(
                        "META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.css",
                        "static/css/document.css",
                        "static/css/site.css")
                .forEach(style -> page.addStyleTag(new Page.AddStyleTagOptions().setContent(text(style))));
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void haveNoKnownBarrierEmptyFilledAndRefused() {
        Map<String, List<String>> barriers = new TreeMap<>();
        forms().forEach((name, form) -> {
            var nothing = new SampleAnswers(form, 0, false);
            var all = new SampleAnswers(form, 1, true);
            show(parts(form, TypedAnswers.begun(form, nothing.shown()), nothing, Map.of()));
            note(name + " empty", barriers);
            ObjectNode answers = all.answers(2);
            show(parts(form, answers, all, Map.of()));
            note(name + " filled", barriers);
            show(parts(form, answers, all, wrong(form, answers, all)));
            note(name + " refused", barriers);
        });
        assertThat(barriers).isEmpty();
    }

    private static void note(String state, Map<String, List<String>> barriers) {
        List<String> found = Barriers.atEachWidth(page);
        if (!found.isEmpty()) {
            barriers.put(state, found);
        }
    }

    @Test
    void nameEachControlByItsLabelAndDescribeItByItsError() {
        Map<String, List<String>> missing = new TreeMap<>();
        CDPSession protocol = page.context().newCDPSession(page);
        forms().forEach((name, form) -> {
            var all = new SampleAnswers(form, 1, true);
            ObjectNode answers = all.answers(2);
            List<Part> parts = parts(form, answers, all, wrong(form, answers, all));
            show(parts);
            List<String> read = read(protocol);
            List<String> unread = new ArrayList<>();
            questions(parts)
                    .filter(question -> !question.hidden() && !question.readOnly())
                    .forEach(question -> expected(question).stream()
                            .filter(one -> !read.remove(one))
                            .forEach(unread::add));
            read.stream()
                    .filter(control -> !control.startsWith("group "))
                    .forEach(control -> unread.add("unasked " + control));
            if (!unread.isEmpty()) {
                missing.put(name, unread);
            }
        });
        assertThat(missing).isEmpty();
    }

    /** From the top of the page: past the skip link of every page, and into the first field. */
    @Test
    void areReachedByThreeKeysFromTheTopOfThePage() {
        Map<String, Object> elsewhere = new TreeMap<>();
        forms().forEach((name, form) -> {
            for (boolean filled : List.of(false, true)) {
                var sample = new SampleAnswers(form, 1, filled);
                ObjectNode answers = filled ? sample.answers(2) : TypedAnswers.begun(form, sample.shown());
                List<Part> parts = parts(form, answers, sample, Map.of());
                show(parts);
                Context top = new Context(null, Map.of("skipTo", String.valueOf(Part.firstField(parts))));
                page.evaluate(
                        "html => document.body.insertAdjacentHTML('afterbegin', html)",
                        TEMPLATES.process("layout", Set.of("skips"), top));
                List.of("Tab", "Tab", "Enter").forEach(page.keyboard()::press);
                Object reached = page.evaluate(
                        "() => { const at = document.activeElement; return at.matches('main input, main select, main textarea, main button') ? [...document.querySelectorAll('main :is(input, select, textarea, button):not([type=hidden])')].filter(e => e.checkVisibility()).indexOf(at) : at.outerHTML.slice(0, 200); }");
                if (!Integer.valueOf(0).equals(reached)) {
                    elsewhere.put(name + (filled ? " filled" : " empty"), reached);
                }
            }
        });
        assertThat(elsewhere).isEmpty();
    }

    /** Each control as a screen reader tells it: role, name, and whether its error describes it. */
    private static List<String> read(CDPSession protocol) {
        List<String> read = new ArrayList<>();
        protocol.send("Accessibility.getFullAXTree").getAsJsonArray("nodes").forEach(node -> {
            JsonObject control = node.getAsJsonObject();
            String role = value(control, "role");
            if (Set.of("textbox", "combobox", "radio", "checkbox", "group").contains(role)) {
                boolean wrong = value(control, "description").contains(WRONG);
                read.add(role + " " + value(control, "name") + (wrong ? " wrong" : ""));
            }
        });
        return read;
    }

    private static String value(JsonObject node, String property) {
        return node.has(property) && node.getAsJsonObject(property).has("value")
                ? node.getAsJsonObject(property)
                        .get("value")
                        .getAsString()
                        .replaceAll("\\s+", " ")
                        .strip()
                : "";
    }

    private static List<String> expected(Question question) {
        String name = question.label() + (question.optional() ? " (optional)" : "");
        List<String> expected = new ArrayList<>();
        switch (question.type()) {
            case "datetime" -> {
                expected.add("group " + name + " wrong");
                List.of("Day", "Month", "Year").forEach(part -> expected.add("textbox " + part));
            }
            case "radio", "checklist", "taglist" -> {
                expected.add("group " + name + " wrong");
                String role = question.type().equals("radio") ? "radio " : "checkbox ";
                question.choices()
                        .forEach(choice -> expected.add(role + choice.label().strip()));
            }
            case "select" -> expected.add("combobox " + name + " wrong");
            case "checkbox" -> expected.add("checkbox " + question.label() + " wrong");
            default -> expected.add("textbox " + name + " wrong");
        }
        return expected;
    }

    private static List<Part> parts(
            JsonNode form, ObjectNode answers, SampleAnswers sample, Map<String, String> errors) {
        return PartsOfForm.of(form, answers, sample.shown(), errors);
    }

    private static Map<String, String> wrong(JsonNode form, ObjectNode answers, SampleAnswers sample) {
        Map<String, String> errors = new HashMap<>();
        questions(parts(form, answers, sample, Map.of()))
                .forEach(question -> errors.put(question.name(), question.label() + ": " + WRONG));
        return errors;
    }

    private static Stream<Question> questions(List<Part> parts) {
        return parts.stream()
                .flatMap(part -> part instanceof Question question
                        ? Stream.of(question)
                        : part instanceof Part.Group group
                                ? questions(group.parts())
                                : part instanceof Part.Rows rows
                                        ? rows.rows().stream().flatMap(row -> questions(row.parts()))
                                        : Stream.empty());
    }

    private static void show(List<Part> parts) {
        Context context = new Context();
        context.setVariable("contents", Contents.of(parts));
        String html = TEMPLATES.process("form/parts", Set.of("page"), context);
        page.evaluate(
                "html => { document.body.innerHTML = `<main id=main>${html.includes('<h1') ? '' : '<h1>Form</h1>'}<form class=sj-form>${html}</form></main>`; }",
                html);
    }

    private static Map<String, JsonNode> forms() {
        Map<String, JsonNode> forms = new TreeMap<>();
        Shipped.ending(".form").forEach(file -> forms.put(file.getFileName().toString(), read(file)));
        return forms;
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String resource) {
        try (InputStream file = AccessibleFormsTests.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(file, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
