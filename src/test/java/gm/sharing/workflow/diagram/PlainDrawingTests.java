package gm.sharing.workflow.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Shipped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes out of a model to be drawn: shapes and names. */
class PlainDrawingTests {

    private static final Pattern SHAPE = Pattern.compile("<bpmndi:(BPMNShape|BPMNEdge|BPMNPlane) ");
    private static final Pattern NAME = Pattern.compile(" name=\"[^\"]+\"");

    static Stream<Path> models() {
        return Shipped.ending(".bpmn").stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void isWithoutAnythingThatTheEngineReads(Path model) throws IOException {
        var whole = Files.readString(model);
        var drawing = drawingOf(whole);

        assertThat(whole).contains("camunda", "${");
        assertThat(drawing)
                .doesNotContainIgnoringCase("camunda")
                .doesNotContain("${", "#{", "documentation>", "Expression", "<bpmn:message ", "messageRef", "<!--");
        assertThat(SHAPE.matcher(drawing).results())
                .hasSameSizeAs(SHAPE.matcher(whole).results().toList());
        assertThat(NAME.matcher(drawing).results().count()).isGreaterThan(10);
    }

    @Test
    void leavesOutWhatNobodyThoughtOf() throws IOException {
        var drawing = drawingOf(
                """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:own="http://example.org/own" id="d" own:secret="s1">
                  <process id="p" isExecutable="true"><!-- s2 -->
                    <userTask id="t" name="Look" implementation="s3"><extensionElements><own:note>s4</own:note></extensionElements></userTask>
                    <sequenceFlow id="f" sourceRef="t" targetRef="t"><conditionExpression>s5</conditionExpression></sequenceFlow>
                    <scriptTask id="c"><script>s6</script></scriptTask><own:more>s7</own:more><?s8 s9?>
                    <textAnnotation id="a"><text>Shown</text></textAnnotation>
                  </process>
                </definitions>""");

        assertThat(drawing)
                .contains("id=\"t\"", "name=\"Look\"", "sourceRef=\"t\"", "<text>Shown</text>")
                .doesNotContainPattern("s\\d");
    }

    @Test
    void readsNoOtherFile() {
        assertThatThrownBy(() -> drawingOf("<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><d>&e;</d>"))
                .isInstanceOf(IOException.class);
    }

    private static String drawingOf(String model) throws IOException {
        return PlainDrawing.of(new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)));
    }
}
