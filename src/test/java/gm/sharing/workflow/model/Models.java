package gm.sharing.workflow.model;

import gm.sharing.Shipped;
import java.io.File;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** The models as they lie in the project, where process owners edit them. */
final class Models {

    private Models() {}

    /** One process and the file that holds it. */
    record Journey(File file, BpmnModelInstance model) {

        String name() {
            return file.getName().replace(".bpmn", "");
        }

        @Override
        public String toString() {
            return file.getName();
        }
    }

    static Stream<Journey> journeys() {
        return ending(".bpmn").map(file -> new Journey(file, Bpmn.readModelFromFile(file)));
    }

    static Stream<File> decisions() {
        return ending(".dmn");
    }

    static File file(String name) {
        return Shipped.file(name).toFile();
    }

    private static Stream<File> ending(String suffix) {
        return Shipped.ending(suffix).stream().map(Path::toFile);
    }
}
