package gm.sharing.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import gm.sharing.Shipped;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.di.DiagramElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The picture in the README is what Camunda's own library draws of the model. It is drawn again with
 * {@code mvn test -Dtest=JourneyPictureTests -Djourney.picture=draw}, which needs Chromium and npm.
 */
class JourneyPictureTests {

    private static final Path MODEL = Shipped.file("sharing-project.bpmn");
    private static final Path PICTURE = Path.of("src/docs/journey.svg");
    private static final Path HERE = Path.of("target/picture");
    private static final String BPMN_JS = "bpmn-js@18.31.1";

    @Test
    @EnabledIfSystemProperty(named = "journey.picture", matches = "draw")
    void drawsTheJourney() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(HERE);
        Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
        assertThat(new ProcessBuilder("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", BPMN_JS)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(new File(folder.toFile(), "log"))
                        .start()
                        .waitFor(5, TimeUnit.MINUTES))
                .isTrue();
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.newPerson();
            page.setContent("<div id='canvas' style='width: 2400px; height: 900px'></div>");
            page.addScriptTag(new Page.AddScriptTagOptions()
                    .setPath(folder.resolve("node_modules/bpmn-js/dist/bpmn-viewer.production.min.js")));
            Object svg = page.evaluate(
                    """
                    async xml => {
                      const viewer = new BpmnJS({ container: '#canvas' });
                      await viewer.importXML(xml);
                      return (await viewer.saveSVG()).svg.replace('<svg ', '<svg style="background: white" ');
                    }""",
                    Files.readString(MODEL));
            Files.writeString(PICTURE, ((String) svg).strip() + "\n" + mark() + "\n");
        }
    }

    @Test
    void isThePictureOfTheModelAsItIs() throws IOException {
        assertThat(Files.readString(PICTURE))
                .as("draw it again, as this class says")
                .endsWith(mark() + "\n");
        assertThat(Files.readString(Path.of("README.md"))).contains("(src/docs/journey.svg)");
    }

    /** What the picture shows: names, places and lines of the first plane. */
    private static String mark() {
        BpmnModelInstance model = Bpmn.readModelFromFile(MODEL.toFile());
        BpmnPlane plane =
                model.getModelElementsByType(BpmnPlane.class).iterator().next();
        String drawn = plane.getDiagramElements().stream()
                .map(JourneyPictureTests::inWords)
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            return "<!-- shows "
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(drawn.getBytes(UTF_8)))
                    + " -->";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String inWords(DiagramElement drawn) {
        BaseElement element =
                drawn instanceof BpmnShape shape ? shape.getBpmnElement() : ((BpmnEdge) drawn).getBpmnElement();
        String place = drawn instanceof BpmnShape shape
                ? shape.getBounds().getX() + " " + shape.getBounds().getY() + " "
                        + shape.getBounds().getWidth() + " " + shape.getBounds().getHeight()
                : ((BpmnEdge) drawn)
                        .getWaypoints().stream()
                                .map(point -> point.getX() + " " + point.getY())
                                .collect(Collectors.joining(" "));
        return element.getId() + " " + element.getAttributeValue("name") + " " + place;
    }
}
