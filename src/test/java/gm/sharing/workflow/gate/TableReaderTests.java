package gm.sharing.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Shipped;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.impl.DmnParser;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.xml.ModelException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TableReaderTests {

    private static final String TABLE =
            """
            <?xml version="1.0" encoding="UTF-8"?>%s
            <definitions xmlns="%s" id="Definitions_t" name="t" namespace="http://camunda.org/schema/1.0/dmn">
              <decision id="t" name="t"><decisionTable id="Table_t">%s
                <output id="Output_t" name="t" typeRef="string"/></decisionTable></decision>
            </definitions>""";

    private static final String DMN_13 = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    @BeforeAll
    static void install() {
        TableReader.install();
    }

    @Test
    void readsEveryShippedTableAsTheEnginesOwnReaderDoes() {
        var own = new DmnParser();

        assertThat(Shipped.ending(".dmn")).hasSizeGreaterThan(20).allSatisfy(table -> assertThat(
                        Dmn.convertToString(Dmn.readModelFromStream(Files.newInputStream(table))))
                .isEqualTo(Dmn.convertToString(own.parseModelFromStream(Files.newInputStream(table)))));
    }

    @Test
    void fillsInWhatASchemaSaysOfAnAttributeThatIsLeftOut() {
        for (String version : new String[] {
            "https://www.omg.org/spec/DMN/20230324/MODEL/",
            "https://www.omg.org/spec/DMN/20211108/MODEL/",
            DMN_13,
            "http://www.omg.org/spec/DMN/20180521/MODEL/",
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
            "http://www.omg.org/spec/DMN/20151101/dmn11.xsd"
        }) {
            var table = Dmn.readModelFromStream(table("", version, ""))
                    .getModelElementsByType(DecisionTable.class)
                    .iterator()
                    .next();

            assertThat(table.getDomElement().getAttribute("hitPolicy"))
                    .as(version)
                    .isEqualTo("UNIQUE");
        }
    }

    @Test
    void refusesWhatTheSchemasDoNotKnow() {
        assertThatThrownBy(() -> Dmn.readModelFromStream(table("", DMN_13, "<nonsense/>")))
                .isInstanceOf(ModelException.class)
                .hasStackTraceContaining("nonsense");
        assertThatThrownBy(() -> Dmn.readModelFromStream(table("", "http://example.org/dmn", "")))
                .isInstanceOf(ModelException.class);
    }

    @Test
    void letsATableNameNoOtherFile() {
        assertThatThrownBy(() -> Dmn.readModelFromStream(
                        table("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>", DMN_13, "")))
                .isInstanceOf(ModelException.class)
                .hasStackTraceContaining("DOCTYPE");
    }

    private static InputStream table(String before, String version, String rules) {
        return new ByteArrayInputStream(TABLE.formatted(before, version, rules).getBytes(StandardCharsets.UTF_8));
    }
}
