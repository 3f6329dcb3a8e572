package gm.sharing.workflow.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.SafeMarkdown;
import gm.sharing.handbook.Glossary;
import gm.sharing.workflow.form.Conditions;
import gm.sharing.workflow.page.Part.Choice;
import gm.sharing.workflow.page.Part.Question;
import gm.sharing.workflow.page.Part.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Makes the parts of a page from the components of a form, with what was answered and what was wrong with it. */
final class PartsOfForm {

    private static final Set<String> SEVERAL = Set.of("checklist", "taglist");
    private static final int LONGEST_SAID = 80;

    private final Map<String, JsonNode> shown;
    private final Map<String, String> errors;
    private final Glossary glossary = Glossary.now();
    private final Conditions conditions;

    /**
     * For one form.
     *
     * @param shown what the form is given beside its answers
     * @param errors what is wrong, by the names of the fields
     */
    private PartsOfForm(JsonNode form, Map<String, JsonNode> shown, Map<String, String> errors) {
        this.conditions = Conditions.of(form);
        this.shown = shown;
        this.errors = errors;
    }

    static List<Part> of(JsonNode form, ObjectNode answers, Map<String, JsonNode> shown, Map<String, String> errors) {
        return of(form, form, answers, shown, errors);
    }

    /** The same of what is to be seen of it alone. */
    static List<Part> of(
            JsonNode form, JsonNode seen, ObjectNode answers, Map<String, JsonNode> shown, Map<String, String> errors) {
        return new PartsOfForm(form, shown, errors).within(seen, Place.top(answers, shown), false);
    }

    private List<Part> within(JsonNode parent, Place place, boolean hidden) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode field : parent.path("components")) {
            part(field, place, hidden || place.hides(field), parts.size()).ifPresent(parts::add);
        }
        return parts;
    }

    private Optional<Part> part(JsonNode field, Place place, boolean hidden, int number) {
        String path = field.path("path").asText();
        String label = place.words(field.path("label").asText());
        String id = Place.id(place.to(
                path.isEmpty()
                        ? field.path("key")
                                .asText(Place.OF_PAGE + field.path("id").asText("part" + number))
                        : path));
        return switch (field.path("type").asText()) {
            case "text" ->
                Optional.of(new Part.Reading(
                        id,
                        hidden,
                        SafeMarkdown.html(place.markdown(field.path("text").asText()))));
            case "separator" -> Optional.of(new Part.Line(id, hidden));
            case "table" -> Optional.of(facts(field, place, hidden, id, label));
            case "group" ->
                Optional.of(new Part.Group(
                        id, hidden, label, within(field, path.isEmpty() ? place : place.group(path), hidden)));
            case "dynamiclist" -> Optional.of(rows(field, place, hidden, id, label, path));
            case "spacer", "button" -> Optional.empty();
            default -> Optional.of(question(field, place, hidden, id, label));
        };
    }

    /** Without any there is nothing to be seen. */
    private static Part facts(JsonNode field, Place place, boolean hidden, String id, String label) {
        List<JsonNode> columns = list(field.path("columns"));
        List<List<String>> rows = list(place.named(field.path("dataSource").asText())).stream()
                .map(row -> columns.stream()
                        .map(column -> inWords(row.path(column.path("key").asText())))
                        .toList())
                .toList();
        return new Part.Facts(
                id,
                hidden || rows.isEmpty(),
                label,
                columns.stream().map(column -> column.path("label").asText()).toList(),
                rows,
                field.path("rowCount").asInt(10));
    }

    private static String inWords(JsonNode value) {
        return value.isArray()
                ? String.join(", ", list(value).stream().map(InWords::of).toList())
                : InWords.of(value);
    }

    private Part rows(JsonNode field, Place place, boolean hidden, String id, String label, String path) {
        String name = Place.name(place.to(path));
        List<Row> rows = new ArrayList<>();
        for (int number = 0; number < place.answer(path).size(); number++) {
            Place row = place.row(path, number);
            List<Part> parts = within(field, row, hidden);
            rows.add(new Row(Place.id(row.path()), number, number + 1, Place.name(row.path()), said(parts), parts));
        }
        return new Part.Rows(
                id,
                hidden,
                name,
                label,
                place.words(field.path("description").asText()),
                !field.path("allowAddRemove").asBoolean(true),
                rows,
                errors.get(name));
    }

    /** What tells a row from the others: its first answer. */
    private static String said(List<Part> parts) {
        return parts.stream()
                .flatMap(PartsOfForm::questions)
                .filter(question -> !question.hidden())
                .map(question -> String.join(", ", question.said()).strip())
                .filter(words -> !words.isEmpty())
                .findFirst()
                .map(words -> words.length() > LONGEST_SAID ? words.substring(0, LONGEST_SAID) + "…" : words)
                .orElse("");
    }

    private static Stream<Question> questions(Part part) {
        if (part instanceof Question question) {
            return Stream.of(question);
        }
        return part instanceof Part.Group group
                ? group.parts().stream().flatMap(PartsOfForm::questions)
                : Stream.empty();
    }

    private Part question(JsonNode field, Place place, boolean hidden, String id, String label) {
        String type = field.path("type").asText();
        JsonNode answer = place.answer(field.path("key").asText());
        String name = Place.name(place.to(field.path("key").asText()));
        JsonNode rules = field.path("validate");
        boolean needed = rules.path("required").asBoolean();
        String value = InWords.of(answer);
        String hint = place.words(field.path("description").asText());
        return new Question(
                id,
                hidden,
                name,
                type,
                label.isEmpty() ? field.path("dateLabel").asText() : label,
                hint,
                !needed && !type.equals("checkbox") && !field.path("readonly").asBoolean(),
                field.path("readonly").asBoolean(),
                glossary.explains(label + "\n" + hint)
                        || !conditions.following(field.path("key").asText()).isEmpty(),
                rules.path("maxLength").asInt(),
                place.words(field.path("appearance").path("prefixAdorner").asText()),
                place.words(field.path("appearance").path("suffixAdorner").asText()),
                value,
                type.equals("datetime") ? TypedDate.of(value) : TypedDate.NONE,
                choices(field, answer, id),
                errors.get(name));
    }

    private List<Choice> choices(JsonNode field, JsonNode answer, String id) {
        Set<String> chosen = new HashSet<>();
        if (SEVERAL.contains(field.path("type").asText())) {
            answer.forEach(one -> chosen.add(one.asText()));
        } else if (!answer.isMissingNode() && !answer.isNull()) {
            chosen.add(answer.asText());
        }
        List<Choice> choices = new ArrayList<>();
        for (JsonNode option : options(field, shown)) {
            String value = option.path("value").asText();
            choices.add(new Choice(
                    choices.isEmpty() ? id : id + "-" + choices.size(),
                    value,
                    option.path("label").asText(value),
                    chosen.contains(value)));
        }
        return choices;
    }

    static JsonNode options(JsonNode field, Map<String, JsonNode> shown) {
        String named = field.path("valuesKey")
                .asText(field.path("valuesExpression").asText().replaceFirst("^=\\s*", ""));
        return named.isEmpty() ? field.path("values") : shown.getOrDefault(named, MissingNode.getInstance());
    }

    private static List<JsonNode> list(@Nullable JsonNode list) {
        return list == null
                ? List.of()
                : StreamSupport.stream(list.spliterator(), false).toList();
    }
}
