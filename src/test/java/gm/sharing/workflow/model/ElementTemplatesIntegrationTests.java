package gm.sharing.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import gm.sharing.DemoApplication;
import gm.sharing.Shipped;
import gm.sharing.journey.FrameworkStage;
import gm.sharing.workflow.gate.Gate;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Surroundings;
import gm.sharing.workflow.gate.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The templates that Camunda Modeler offers to process owners: Modeler can read them, and the gate takes what they set. */
@Tag("one-database")
@DemoApplication
class ElementTemplatesIntegrationTests {

    private static final Path FOLDER = Path.of(".camunda/element-templates");
    private static final Path SCHEMA = Path.of("src/test/resources/element-templates/schema.json");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What it sets is for people: no model needs it to run. */
    private static final String WHEN_LATE = "gm.sharing.when-late";

    /** Where each template is tried, and what a process owner types there. */
    private static final Map<String, Use> USES = Map.of(
            "gm.sharing.send-notice",
            new Use(
                    "sharing-project",
                    "Send_TellPublished",
                    Map.of(
                            "to",
                            "partners",
                            "subject",
                            "Published: {title}",
                            "text",
                            "{title} ({project}) is published.")),
            "gm.sharing.remind",
            new Use("sharing-project", "Send_BoardReminder", Map.of()),
            "gm.sharing.tell-of-delay",
            new Use("sharing-project", "Send_BoardEscalation", Map.of()),
            WHEN_LATE,
            new Use("sharing-project", "Timer_BoardDue", Map.of()),
            "gm.sharing.review-by-organisation",
            new Use("partner-sign-off", "Task_ReviewAgreement", Map.of()),
            "gm.sharing.board-decision",
            new Use("sharing-project", "Task_DecideRefusal", Map.of()),
            "gm.sharing.recorded-answer",
            new Use("dpia", "Task_EthicsAdvise", Map.of("camunda:formRef", "ethics-advise")),
            "gm.sharing.decision-table",
            new Use("sharing-project", "Rule_BoardDeadline", Map.of("kind", "board")),
            "gm.sharing.called-process",
            new Use("sharing-project", "Call_ApproveSignOffRule", Map.of()),
            "gm.sharing.process",
            new Use("sharing-project", "sharing-project", Map.of()));

    @Autowired
    Gate gate;

    private record Use(String model, String element, Map<String, String> typed) {}

    record Template(JsonNode content) {

        String id() {
            return content.path("id").asText();
        }

        @Override
        public String toString() {
            return id();
        }
    }

    static List<Template> templates() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted()
                    .flatMap(file -> StreamSupport.stream(read(file).spliterator(), false))
                    .map(Template::new)
                    .toList();
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    @Test
    void coversWhatOwnersAddMostOften() throws IOException {
        assertThat(templates()).extracting(Template::id).containsExactlyInAnyOrderElementsOf(USES.keySet());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void isReadByCamundaModeler(Template template) {
        var schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(read(SCHEMA));

        assertThat(schema.validate(template.content())).isEmpty();
    }

    @Test
    void schemaRefusesWhatModelerDoesNotKnow() throws IOException {
        var schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(read(SCHEMA));
        String template = Files.readString(FOLDER.resolve("send-notice.json"));

        for (String wrong : List.of("\"camunda:inputParameter\"", "\"bpmn:SendTask\"", "\"Text\"")) {
            JsonNode broken = JSON.readTree(template.replace(wrong, "\"somethingElse\""));
            assertThat(schema.validate(broken)).as(wrong).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void setsWhatTheGateDemands(Template template) throws IOException {
        Use use = USES.get(template.id());
        TemplatedElement element = new TemplatedElement(Models.file(use.model() + ".bpmn"), use.element());

        element.clear(template.content());
        assertThat(violations(element).isEmpty())
                .as("runs without the template")
                .isEqualTo(template.id().equals(WHEN_LATE));

        element.apply(template.content(), use.typed());
        assertThat(violations(element)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void callsTheStagesAsPagesCallThem(Template template) {
        List<String> stages = StreamSupport.stream(
                        template.content().path("properties").spliterator(), false)
                .filter(property ->
                        property.path("binding").path("name").asText().equals("stage"))
                .flatMap(property ->
                        StreamSupport.stream(property.path("choices").spliterator(), false))
                .map(choice -> choice.path("name").asText())
                .toList();

        if (!stages.isEmpty()) {
            assertThat(stages)
                    .containsExactlyElementsOf(FrameworkStage.all().stream()
                            .map(stage -> stage.number() + " " + stage.name())
                            .toList());
        }
    }

    private List<Violation> violations(TemplatedElement element) throws IOException {
        List<ModelFile> files = Stream.concat(
                        Stream.of(element.file()),
                        Shipped.all().stream()
                                .filter(path -> !path.getFileName()
                                        .toString()
                                        .equals(element.file().name()))
                                .map(ElementTemplatesIntegrationTests::file))
                .toList();
        return gate.violations(files.get(0), files, Surroundings.NONE);
    }

    private static ModelFile file(Path path) {
        try {
            return new ModelFile(path.getFileName().toString(), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new IllegalStateException(path + " cannot be read", e);
        }
    }
}
