package gm.sharing.workflow.model;

import java.io.File;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** The models as they lie in the project, where process owners edit them. */
final class Models {

    private static final File FOLDER = new File("processes");

    private Models() {}

    static Stream<File> processes() {
        return ending(".bpmn");
    }

    static Stream<File> decisions() {
        return ending(".dmn");
    }

    static File file(String name) {
        return new File(FOLDER, name);
    }

    private static Stream<File> ending(String suffix) {
        return Arrays.stream(Objects.requireNonNull(FOLDER.listFiles((folder, name) -> name.endsWith(suffix))))
                .sorted();
    }
}
