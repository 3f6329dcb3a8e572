package gm.sharing.workflow.gate;

import java.util.Optional;
import java.util.stream.Stream;

/** What is in force beside an offered file once it is deployed: the files of the same deployment and the latest of all others. */
public interface Surroundings {

    /** Nothing but the offered file. */
    Surroundings NONE = new Surroundings() {
        @Override
        public Optional<ModelFile> find(ModelFile.Kind kind, String key) {
            return Optional.empty();
        }

        @Override
        public Stream<ModelFile> all(ModelFile.Kind kind) {
            return Stream.empty();
        }
    };

    /** The file that defines the process, decision or form with this key. */
    Optional<ModelFile> find(ModelFile.Kind kind, String key);

    /** All files of a kind. */
    Stream<ModelFile> all(ModelFile.Kind kind);
}
