package gm.sharing.insight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When which version of a process was deployed. */
public interface ModelVersions {

    /** The versions of every process, the newest first. */
    List<Version> all();

    /**
     * A version of a process.
     *
     * @param process its key
     * @param name what people call the process
     */
    record Version(String process, int number, String name, Instant deployed) {

        /** How addresses name it. */
        public String id() {
            return process + "-" + number;
        }

        static Optional<Version> find(List<Version> among, String id) {
            return among.stream().filter(version -> version.id().equals(id)).findFirst();
        }
    }
}
