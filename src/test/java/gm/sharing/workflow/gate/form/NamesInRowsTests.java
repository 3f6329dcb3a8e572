package gm.sharing.workflow.gate.form;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.workflow.gate.KnownForm;
import gm.sharing.workflow.gate.KnownForms;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Surroundings;
import gm.sharing.workflow.gate.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions know by its name alone what stands at the top of a form, and what stands in a row or a group as a part of that. */
class NamesInRowsTests {

    private static final String FORM =
            """
            {'id': 'a', 'components': [
              {'type': 'textfield', 'key': 'outer', 'label': 'O'},
              {'type': 'text', 'id': 'T', 'text': '%s'},
              {'type': '%s', 'path': 'rows', 'label': 'L', 'components': [
                {'type': 'radio', 'key': 'known', 'label': 'K', 'values': [{'value': 'yes'}, {'value': 'no'}]},
                {'type': 'group', 'label': 'G', 'components': [
                  {'type': 'textfield', 'key': 'why', 'label': 'W', 'conditional': {'hide': '%s'}}]}]}]}
            """;

    private static final KnownForms NONE = new KnownForms() {
        @Override
        public Set<String> ids() {
            return Set.of();
        }

        @Override
        public Optional<KnownForm> find(String id) {
            return Optional.empty();
        }
    };

    private final FormExpressions rule = new FormExpressions(id -> Optional.empty(), NONE);

    @ParameterizedTest
    @CsvSource({
        "group, =known != \"no\", this.known",
        "dynamiclist, =known != \"no\", this.known",
        "dynamiclist, =outer = null or known = null, this.known",
        "dynamiclist, =rows.known != \"no\", this.known"
    })
    void refusesANameThatMeansNothingThereAndSaysTheRightOne(String type, String condition, String instead) {
        assertThat(violations("So", type, condition)).singleElement().satisfies(violation -> {
            assertThat(violation.element()).isEqualTo("why");
            assertThat(violation.rule()).contains("write “" + instead + "”");
        });
    }

    @ParameterizedTest
    @CsvSource({"group, {{known}}, rows.known", "dynamiclist, {{known}}, rows.known"})
    void refusesItOutsideOfTheRowToo(String type, String text, String instead) {
        assertThat(violations(text, type, "=this.known = null"))
                .singleElement()
                .satisfies(violation -> assertThat(violation.rule()).contains("write “" + instead + "”"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=this.known != \"no\"",
                "=outer = null",
                "=parent.outer = null",
                "=count(rows[known = \"no\"]) > 0",
                "=not(list contains(rows.known, \"no\"))",
                "=some row in rows satisfies row.known = \"no\""
            })
    void takesNamesThatMeanSomething(String condition) {
        assertThat(violations("{{count(rows)}}", "dynamiclist", condition)).isEmpty();
    }

    private List<Violation> violations(String text, String type, String condition) {
        String form =
                FORM.formatted(text, type, condition.replace("\"", "\\\"")).replace('\'', '"');
        return rule.violations(new ModelFile("a.form", form.getBytes(StandardCharsets.UTF_8)), Surroundings.NONE);
    }
}
