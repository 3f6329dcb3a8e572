package gm.sharing.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.code.Code;
import gm.sharing.code.CodeTable;
import gm.sharing.code.Codes;
import gm.sharing.code.CodesInForce;
import gm.sharing.handbook.FormInShort;
import gm.sharing.handbook.FormPart;
import gm.sharing.handbook.FormQuestion;
import gm.sharing.handbook.FormQuestion.Must;
import gm.sharing.question.AnswerKind;
import gm.sharing.workflow.gate.table.CodeRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** The texts and questions of forms as they are deployed now, for those who read about them. */
@Component
public class HandbookForms {

    private static final String FILLED_IN = "{{";
    private static final Pattern PLACE = Pattern.compile("\\{\\{.*?}}", Pattern.DOTALL);
    private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\s*\\n");
    private static final Pattern LEADS_ON = Pattern.compile("#.*|\\*\\*[^*]+\\*\\*|.*:", Pattern.DOTALL);

    private final ProcessEngineConfigurationImpl engine;
    private final DeployedForms forms;
    private final CodesInForce codes;

    HandbookForms(ProcessEngineConfigurationImpl engine, DeployedForms forms, CodesInForce codes) {
        this.engine = engine;
        this.forms = forms;
        this.codes = codes;
    }

    /** The parts of a form in their order; none when no such form is deployed. Two statements. */
    public List<FormPart> of(String form) {
        Optional<DeployedForm> deployed = engine.getCommandExecutorTxRequired().execute(context -> forms.find(form));
        return deployed.map(newest -> Reading.of(newest.definition().form(), codes.now()))
                .orElse(List.of());
    }

    /**
     * One version of a form at a glance.
     *
     * @throws RuntimeException when what is stored is no form
     */
    public FormInShort inShort(String definition) {
        FormDefinition form = engine.getCommandExecutorTxRequired()
                .execute(context -> forms.version(definition))
                .definition();
        return new FormInShort(form.title().orElse(""), (int) Reading.of(form.form(), new Codes(Map.of())).stream()
                .filter(part -> part.question() != null)
                .count());
    }

    /**
     * Where a field stands.
     *
     * @param path of what it stands in, each with a hyphen behind it
     * @param list the label of the list in whose rows it stands; empty otherwise
     * @param sometimes whether it or what it stands in may be hidden
     */
    private record Place(String path, String list, boolean sometimes) {

        static final Place TOP = new Place("", "", false);

        Place of(JsonNode field) {
            return new Place(
                    path,
                    list,
                    sometimes
                            || !field.path("conditional").path("hide").asText().isEmpty());
        }

        Place inside(JsonNode field) {
            String name = field.path("path").asText();
            return name.isEmpty() ? this : new Place(path + name + "-", label(field), sometimes);
        }
    }

    static String label(JsonNode field) {
        return PLACE.matcher(field.path("label").asText()).replaceAll("…").strip();
    }

    /** One walk through a form. */
    private static final class Reading {

        private final Codes codes;
        private final List<FormPart> parts = new ArrayList<>();
        private final Conditions conditions;

        private Reading(Codes codes, Conditions conditions) {
            this.codes = codes;
            this.conditions = conditions;
        }

        static List<FormPart> of(JsonNode form, Codes codes) {
            var reading = new Reading(codes, Conditions.of(form));
            reading.within(form, Place.TOP);
            return reading.parts;
        }

        private void within(JsonNode parent, Place around) {
            for (JsonNode field : parent.path("components")) {
                Place here = around.of(field);
                Optional<AnswerKind> kind = FieldType.of(field);
                if (kind.isPresent()) {
                    parts.add(FormPart.question(question(field, kind.get(), here)));
                } else {
                    words(field, here.path());
                }
                within(field, here.inside(field));
            }
        }

        private void words(JsonNode field, String path) {
            String text = withoutFilledIn(field.path("text").asText());
            String label = label(field);
            if (!text.isEmpty()) {
                parts.add(FormPart.text(text));
            } else if (path.isEmpty() && !label.isEmpty() && asksSomething(field)) {
                parts.add(FormPart.heading(label));
            }
        }

        /** Without what is different for each project, and without the words that only lead to it. */
        private static String withoutFilledIn(String text) {
            String[] paragraphs = PARAGRAPHS.split(text, -1);
            return IntStream.range(0, paragraphs.length)
                    .filter(i -> !paragraphs[i].contains(FILLED_IN)
                            && !(i + 1 < paragraphs.length
                                    && paragraphs[i + 1].contains(FILLED_IN)
                                    && LEADS_ON.matcher(paragraphs[i].strip()).matches()))
                    .mapToObj(i -> paragraphs[i])
                    .collect(Collectors.joining("\n\n"))
                    .strip();
        }

        /** Groups that only show something about the project have nothing to say here. */
        private static boolean asksSomething(JsonNode group) {
            return StreamSupport.stream(group.path("components").spliterator(), false)
                    .anyMatch(field -> FieldType.of(field).isPresent() || asksSomething(field));
        }

        private FormQuestion question(JsonNode field, AnswerKind kind, Place here) {
            return new FormQuestion(
                    "question-" + here.path() + OwnQuestion.key(field),
                    label(field),
                    withoutFilledIn(field.path("description").asText()),
                    must(field),
                    here.sometimes(),
                    kind == AnswerKind.ROWS,
                    here.list(),
                    conditions.following(OwnQuestion.key(field)),
                    options(field));
        }

        private static Must must(JsonNode field) {
            return field.path("readonly").asBoolean()
                    ? Must.FILLED_IN
                    : field.path("validate").path("required").asBoolean() ? Must.NEEDED : Must.OPTIONAL;
        }

        private List<String> options(JsonNode field) {
            String table = field.path("valuesKey").asText();
            return table.isEmpty()
                    ? StreamSupport.stream(field.path("values").spliterator(), false)
                            .map(option -> option.path("label").asText())
                            .toList()
                    : codes.find(CodeRows.table(table)).map(CodeTable::rows).orElse(List.of()).stream()
                            .map(Code::label)
                            .toList();
        }
    }
}
