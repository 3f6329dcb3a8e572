package gm.sharing.workflow.gate.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import gm.sharing.Shipped;
import gm.sharing.workflow.gate.KnownForm;
import gm.sharing.workflow.gate.KnownForms;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Surroundings;
import gm.sharing.workflow.gate.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the browser works out in a form: which expressions are read, and which are refused. */
class FormExpressionsTests {

    private static final ModelFile FORM = read("approve-sign-off-rule.form");

    /** No form that begins a process. */
    private static final KnownForms NONE_STARTS = new KnownForms() {
        @Override
        public Set<String> ids() {
            return Set.of();
        }

        @Override
        public Optional<KnownForm> find(String id) {
            return Optional.of(new KnownForm(false, Set.of(), false, List.of()));
        }
    };

    private final FormExpressions rule = new FormExpressions(
            id -> Optional.of(FORM).filter(form -> form.keys().contains(id)), NONE_STARTS);

    static Stream<String> forms() {
        return Shipped.ending(".form").stream().map(form -> form.getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void readsEveryShippedForm(String name) {
        ModelFile form = read(name);

        assertThat(new FormExpressions(id -> Optional.of(form), NONE_STARTS).violations(form, Surroundings.NONE))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=decision = null",
                "=decision != \"approve\"",
                "=not(list contains([\"approve\", \"send-back\"], decision))",
                "=count(partners) > 3 and contains(summary, \"law\")",
                "=some partner in partners satisfies partner.signs = \"yes\"",
                "=if decision = \"approve\" then false else summary = null"
            })
    void takesConditionsAboutWhatIsThere(String condition) {
        assertThat(hideIf(condition)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=decison = \"approve\"",
                "=decision = \"aprove\"",
                "=\"Approve\" = decision",
                "=not(list contains([\"approve\", \"send back\"], decision))",
                "=decision.code = \"approve\"",
                "=this.decison = \"approve\"",
                "=lead = \"approve\"",
                "decision = \"approve\"",
                "=reasons = null",
                "=decision = null or this.reasons = \"none\"",
                "=1 = 1",
                "=not(false)",
                "=",
                "=((",
                "=decision == \"approve\"",
                "=for i in 1..100000000 return i",
                "=count(for i in 1..9 return i) > 3",
                "=some i in 1..100000000 satisfies i < 0",
                "=count(partners[item.signs = \"no\" and count(partners[true]) > 1]) > 1",
                "=matches(reasons, \"(a+)+$\")",
                "=replace(reasons, \"a\", \"b\") = \"b\"",
                "=2 ** 1000000000 > 1",
                "=now() > date(\"2026-01-01\")",
                "=(function(x) x(x))(1)",
                "={a: 1}.a = 1"
            })
    void refusesConditionsThatNameNothingOrTakeLong(String condition) {
        assertThat(hideIf(condition)).isNotEmpty().allSatisfy(violation -> {
            assertThat(violation.element()).isEqualTo("reasons");
            assertThat(violation.name()).isEqualTo("Reasons");
            assertThat(violation.rule()).contains("Hide if");
        });
    }

    /** What takes long to look at would hold up every deployment. */
    @ParameterizedTest
    @CsvSource({
        "'{{\\n', 6500",
        "'{{summary}}\\n', 1500",
        "'}}', 9000",
        "'   [', 4900",
        "'](', 9900",
        "'#\\n', 6500",
        "'\\n', 15000"
    })
    void looksAtLongTextsQuickly(String words, int times) {
        String repeated = words.repeat(times);

        assertTimeout(Duration.ofSeconds(2), () -> text(repeated));
        if (words.contains("{")) {
            assertThat(text(repeated)).hasSize(1);
        }
    }

    @Test
    void refusesLongAndDeepExpressions() {
        assertThat(hideIf("=" + "(".repeat(30) + "decision" + ")".repeat(30) + " = null"))
                .hasSize(1);
        assertThat(hideIf("=decision = null" + " or decision = null".repeat(100)))
                .hasSize(1);
        assertThat(hideIf("=" + "(".repeat(10_000))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{summary}}",
                "# {{project}}, {{version}}",
                "=summary",
                "{{if decision = null then \\\"…\\\" else rule}}",
                "1 < 2, and [the ICO](https://ico.org.uk) says so",
                "[mail](mailto:a@example.org) or [page](/projects)"
            })
    void takesTextsAboutWhatIsThere(String text) {
        assertThat(text(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{titel}}",
                "{{summary",
                "{{}}",
                "{{#loop partners}}{{this}}{{/loop}}",
                "{{#if decision}}x{{/if}}",
                "{{for i in 1..99999999 return i}}",
                "{{constructor.constructor('x')()}}",
                "=titel",
                "=for i in 1..99999999 return i",
                "{{if decision = \\\"aprove\\\" then \\\"a\\\" else rule}}",
                "![x](https://example.org/x.png)",
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<!-- x -->",
                "[x](javascript:alert(1))",
                "[x]( javascript:alert(1))",
                "[x](data:text/html,x)",
                "[x](http://example.org)",
                "[x](//example.org)",
                "[x]\\n\\n[x]: javascript:alert(1)"
            })
    void refusesTextsThatNameNothingTakeLongOrHoldMore(String text) {
        assertThat(text(text)).isNotEmpty().extracting(Violation::element).containsOnly("Text_summary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"label\": \"{{titel}}\"",
                "\"label\": \"=titel\"",
                "\"label\": \"=1 ** 2\"",
                "\"label\": \"R\", \"appearance\": {\"prefixAdorner\": \"=titel\"}",
                "\"label\": \"R\", \"appearance\": {\"suffixAdorner\": \"{{titel}}\"}",
                "\"label\": \"R\", \"defaultValue\": \"=reasons\"",
                "\"label\": \"R\", \"defaultValue\": \"{{reasons}}\"",
                "\"label\": \"R\", \"properties\": {\"a\": \"=reasons\"}"
            })
    void looksAtEverySettingThatIsWorkedOutOrLooksSo(String settings) {
        assertThat(changed("\"label\": \"Reasons\"", settings)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"dataSource\": \"=partnerz\"",
                "\"dataSource\": \"partners\"",
                "\"dataSource\": \"=for i in 1..99999999 return i\"",
                "\"dataSource\": 7"
            })
    void refusesRowsThatComeFromNowhere(String source) {
        assertThat(changed("\"dataSource\": \"=partners\"", source))
                .isNotEmpty()
                .extracting(Violation::element)
                .containsOnly("Table_3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"valuesKey\": \"ownerOptions\"",
                "\"valuesKey\": \"\"",
                "\"valuesKey\": \"decision\"",
                "\"valuesExpression\": \"=ownerOptions\"",
                "\"valuesExpression\": \"=partners[1]\"",
                "\"valuesExpression\": \"=for i in 1..9 return {label: i, value: i}\""
            })
    void refusesOptionsThatComeFromNowhereOrThatTheServerCannotCheck(String source) {
        assertThat(changed("\"key\": \"decision\",", "\"key\": \"decision\"," + source + ","))
                .isNotEmpty()
                .extracting(Violation::element)
                .containsOnly("decision");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x]({{reasons}})",
                "[x]({{ reasons }} \\\"title\\\")",
                "[x](  {{reasons}}  )",
                "[x](<{{reasons}}>)",
                "[x](https://{{reasons}})",
                "[x](https://example.org/{{reasons}})",
                "[x](https://example.org/?q={{reasons}}&r=1)",
                "[x](mailto:{{reasons}})",
                "[x](/projects/{{reasons}})",
                "[x](#{{reasons}})",
                "[x]({{if decision = null then document else reasons}})",
                "[x]({{document}}{{reasons}})",
                "[x]({{document}}) and [y]({{reasons}})",
                "[x]({{summary}})",
                "See https://{{reasons}}.org",
                "See https://example.org/{{reasons}}",
                "See www.{{reasons}}",
                "Write to mailto:{{reasons}}",
                "<{{reasons}}>",
                "<https://{{reasons}}>",
                "{{reasons}}://example.org",
                "{{\\\"[x](\\\" + reasons + \\\")\\\"}}",
                "=\\\"[x](\\\" + reasons + \\\")\\\"",
                "=\\\"https://\\\" + reasons"
            })
    void refusesLinksToWhatSomebodyTyped(String text) {
        assertThat(text(text))
                .extracting(Violation::rule)
                .anyMatch(said -> said.contains("never to something that is typed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Read {{version}}]({{document}}) or {{reasons}}",
                "[Read]({{ document }} )",
                "{{reasons}}: [the law](https://www.legislation.gov.uk/eur/2016/679/article/35)",
                "See https://example.org and {{reasons}}",
                "{{if reasons = null then \\\"nothing\\\" else reasons}}"
            })
    void takesLinksToWhatIsWrittenAndToWhatTheProgramGives(String text) {
        assertThat(text(text)).isEmpty();
    }

    /** Only its handler knows what a form of its own is shown. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"valuesKey\": \"places\"",
                "\"valuesExpression\": \"=places\"",
                "\"conditional\": {\"hide\": \"=places = null\"}"
            })
    void takesWhatAHandlerShowsInAFormThatTheApplicationDoesNotBring(String settings) {
        assertThat(ofItsOwn(settings)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"valuesKey\": \"\"",
                "\"valuesKey\": \"decision\"",
                "\"valuesExpression\": \"=places[1]\"",
                "\"conditional\": {\"hide\": \"=for i in 1..99999999 return i\"}",
                "\"conditional\": {\"hide\": \"=decision = \\\"aprove\\\"\"}"
            })
    void refusesInAnyFormWhatItShowsToBeWrongItself(String settings) {
        assertThat(ofItsOwn(settings))
                .isNotEmpty()
                .extracting(Violation::element)
                .containsOnly("decision");
    }

    private static List<Violation> ofItsOwn(String settings) {
        String content = new String(FORM.bytes(), StandardCharsets.UTF_8)
                .replace("\"key\": \"decision\",", "\"key\": \"decision\"," + settings + ",");
        return new FormExpressions(id -> Optional.empty(), NONE_STARTS)
                .violations(new ModelFile(FORM.name(), content.getBytes(StandardCharsets.UTF_8)), Surroundings.NONE);
    }

    private List<Violation> hideIf(String condition) {
        return changed(
                "\"key\": \"reasons\",",
                "\"key\": \"reasons\", \"conditional\": {\"hide\": \"" + condition.replace("\"", "\\\"") + "\"},");
    }

    private List<Violation> text(String text) {
        return changed("{{summary}}", text);
    }

    private List<Violation> changed(String from, String to) {
        String content = new String(FORM.bytes(), StandardCharsets.UTF_8);
        assertThat(content).contains(from);
        return rule.violations(
                new ModelFile(FORM.name(), content.replace(from, to).getBytes(StandardCharsets.UTF_8)),
                Surroundings.NONE);
    }

    private static ModelFile read(String name) {
        try {
            return new ModelFile(name, Files.readAllBytes(Shipped.file(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
