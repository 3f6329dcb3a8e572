package gm.sharing.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gm.sharing.DemoApplication;
import gm.sharing.Shipped;
import gm.sharing.code.ShippedCodes;
import gm.sharing.workflow.gate.table.CodeRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Forms, the records that take their answers, and the models that show them must agree. */
@DemoApplication
class FormContractIntegrationTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What form-js 1.8 in Tasklist 7.24 shows and submits; a file picker or a document preview breaks the whole form. */
    private static final Set<String> SHOWN = Set.of(
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "datetime",
            "select",
            "radio",
            "checklist",
            "taglist",
            "group",
            "dynamiclist",
            "text",
            "html",
            "table",
            "separator",
            "spacer",
            "button",
            "image");

    private static final Set<String> CHOICES = Set.of("select", "radio", "checklist", "taglist");

    @Autowired
    List<FormHandler<?>> handlers;

    @Autowired
    List<FormAlternative<?>> alternatives;

    @Autowired
    List<StartFormHandler<?>> startHandlers;

    @Test
    void everyComponentOfARecordIsAskedForInItsFormWhichMayAskForMore() {
        records().forEach((form, record) -> {
            Set<String> names = names(record);
            alternatives(form).forEach(alternative -> names.addAll(names(alternative.answers())));
            assertThat(keys(form(form))).as(form + ".form").containsAll(names);
        });
    }

    @Test
    void everyRowOfAListBindsToItsOwnRecord() {
        records().forEach((form, record) -> components(form(form))
                .filter(component -> "dynamiclist".equals(component.path("type").asText()))
                .forEach(list -> assertThat(keys(list))
                        .as(form + ".form, " + list.path("path").asText())
                        .isEqualTo(names(rowType(record, list.path("path").asText())))));
    }

    @Test
    void everyGroupWithAPathBindsToItsOwnRecord() {
        records().forEach((form, record) -> components(form(form))
                .filter(component -> "group".equals(component.path("type").asText()) && component.has("path"))
                .forEach(group -> assertThat(keys(group))
                        .as(form + ".form, " + group.path("path").asText())
                        .isEqualTo(names(
                                component(record, group.path("path").asText()).getType()))));
    }

    @Test
    void everyHandlerHasAFormAndEveryFormIsShownByAModel() {
        assertThat(formFiles()).containsAll(records().keySet());
        assertThat(formFiles()).isEqualTo(formRefs());
    }

    @Test
    void everyFormIsNamedAsItsFileAndMadeForTheEnginesVersion() {
        for (var name : formFiles()) {
            var form = form(name);
            assertThat(form.path("id").asText()).isEqualTo(name);
            assertThat(form.path("schemaVersion").asInt()).as(name).isEqualTo(16);
            assertThat(form.path("executionPlatform").asText()).as(name).isEqualTo("Camunda Platform");
            assertThat(form.path("executionPlatformVersion").asText()).as(name).isEqualTo("7.24.0");
        }
    }

    @Test
    void everyComponentIsOneThatTasklistShows() {
        for (var name : formFiles()) {
            components(form(name))
                    .forEach(component ->
                            assertThat(component.path("type").asText()).as(name).isIn(SHOWN));
        }
    }

    @Test
    void everyFieldHasALabelAndEveryTextALimit() {
        for (var name : formFiles()) {
            components(form(name)).filter(component -> component.has("key")).forEach(field -> {
                var key = name + ", " + field.path("key").asText();
                assertThat(field.path("label").asText()).as(key).isNotBlank();
                if (field.path("type").asText().startsWith("text")) {
                    assertThat(field.path("validate").path("maxLength").asInt())
                            .as(key)
                            .isPositive();
                }
            });
        }
    }

    @Test
    void everyChoiceThatTheProgramRoutesOnOffersExactlyWhatTheProgramKnows() {
        records().forEach((form, record) -> components(form(form))
                .filter(field -> CHOICES.contains(field.path("type").asText()))
                .forEach(field -> Arrays.stream(record.getRecordComponents())
                        .filter(component ->
                                component.getName().equals(field.path("key").asText()))
                        .map(RecordComponent::getType)
                        .filter(Class::isEnum)
                        .forEach(type -> assertThat(values(field))
                                .as(form + ", " + field.path("key").asText())
                                .isEqualTo(Stream.concat(
                                                Arrays.stream(type.getEnumConstants())
                                                        .map(constant -> JSON.valueToTree(constant)
                                                                .asText()),
                                                alternatives(form)
                                                        .filter(alternative -> alternative
                                                                .field()
                                                                .equals(field.path("key")
                                                                        .asText()))
                                                        .map(FormAlternative::answer))
                                        .collect(Collectors.toCollection(TreeSet::new))))));
    }

    private Map<String, Class<? extends Record>> records() {
        Map<String, Class<? extends Record>> records = new LinkedHashMap<>();
        handlers.forEach(handler -> records.put(handler.form(), handler.answers()));
        startHandlers.forEach(handler -> records.put(handler.form(), handler.answers()));
        return records;
    }

    private Stream<FormAlternative<?>> alternatives(String form) {
        return alternatives.stream().filter(alternative -> alternative.forms().contains(form));
    }

    private static Set<String> names(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Class<?> rowType(Class<?> record, String list) {
        var type = (ParameterizedType) component(record, list).getGenericType();
        return (Class<?>) type.getActualTypeArguments()[0];
    }

    private static RecordComponent component(Class<?> record, String name) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The fields at this level; rows and a group with a path count by their path, and their own fields do not. */
    private static Set<String> keys(JsonNode parent) {
        Set<String> keys = new TreeSet<>();
        for (var component : parent.path("components")) {
            if (component.has("path")) {
                keys.add(component.path("path").asText());
            } else if (component.has("key")
                    && !"button".equals(component.path("type").asText())) {
                keys.add(component.path("key").asText());
            } else {
                keys.addAll(keys(component));
            }
        }
        return keys;
    }

    private static Stream<JsonNode> components(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(component -> Stream.concat(Stream.of(component), components(component)));
    }

    private static Set<String> values(JsonNode field) {
        Set<String> values = new TreeSet<>();
        field.path("values").forEach(option -> values.add(option.path("value").asText()));
        ShippedCodes.all()
                .find(CodeRows.table(field.path("valuesKey").asText()))
                .ifPresent(table -> table.rows().forEach(row -> values.add(row.code())));
        return values;
    }

    private static JsonNode form(String name) {
        try {
            return JSON.readTree(Shipped.file(name + ".form").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> formFiles() {
        return Shipped.ending(".form").stream()
                .map(file -> file.getFileName().toString().replace(".form", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> formRefs() {
        Set<String> references = new TreeSet<>();
        for (var model : Shipped.ending(".bpmn")) {
            try {
                var matcher = Pattern.compile("camunda:formRef=\"([^\"]+)\"").matcher(Files.readString(model));
                while (matcher.find()) {
                    references.add(matcher.group(1));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return references;
    }
}
