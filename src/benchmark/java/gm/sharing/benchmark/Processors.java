package gm.sharing.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** Which processors of the machine a program may use. */
final class Processors {

    private Processors() {}

    /** Holds for the process, its children, and what they start later. */
    static void keepTo(ProcessHandle process, int first, int last) {
        Stream.concat(Stream.of(process), process.descendants()).forEach(each -> keepOne(each.pid(), first, last));
    }

    /** The number of the machine's last one. */
    static int last() {
        return Runtime.getRuntime().availableProcessors() - 1;
    }

    private static void keepOne(long process, int first, int last) {
        try {
            // One that has ended meanwhile needs no processor.
            new ProcessBuilder(
                            "taskset", "--all-tasks", "--cpu-list", "--pid", first + "-" + last, Long.toString(process))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
