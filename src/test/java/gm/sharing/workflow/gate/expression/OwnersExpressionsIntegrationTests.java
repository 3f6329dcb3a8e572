package gm.sharing.workflow.gate.expression;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.workflow.gate.ModelFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a process owner reads in Camunda Modeler when an expression is wrong. */
@Tag("one-database")
@DemoApplication
class OwnersExpressionsIntegrationTests {

    private final ShippedFiles shipped = ShippedFiles.read();

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
            camunda:assignee="${lead}" | camunda:assignee="${leed}" | Task_DescribeNeeds (“Describe what needs to be shared”): nothing here sets a variable “leed”, and no service has that name; did you mean lead
            camunda:assignee="${lead}" | camunda:assignee="${lead"  | Task_DescribeNeeds (“Describe what needs to be shared”): “${lead” cannot be read as an expression
            ${dpiaNeeded}              | ${dpiaNeded}               | Flow_DpoAgrees_DpiaAsked (“Yes”): nothing here sets a variable “dpiaNeded”
            """)
    void tellsWhichElementIsWrongAndWhatWasMeant(String words, String others, String message) throws IOException {
        long before = versions();

        var answer = deployed(shipped.changed("sharing-project.bpmn", words, others));

        assertThat(answer).contains(message);
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void tellsWhichAnswerOfATableIsStillRead() throws IOException {
        var answer = deployed(shipped.changed("dpia-screening.dmn", "name=\"outcome\"", "name=\"result\""));

        assertThat(answer)
                .startsWith("dpia-screening.dmn was not deployed: dpia-screening ")
                .contains("the program reads the answer “outcome”");
    }

    private String deployed(ModelFile file) throws IOException {
        var answer = Visitor.program(port, "owner")
                .deploy(
                        "Expressions",
                        Map.of(file.name(), new String(file.content().readAllBytes(), StandardCharsets.UTF_8)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return Visitor.parse(answer).get("message").textValue();
    }

    private long versions() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("sharing-project")
                .count();
    }
}
