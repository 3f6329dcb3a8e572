package gm.sharing.question;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Which process an answer belongs to, where several of one kind may run on a project: the engine's id of the one that was started
 * beside the project's own journey, and a mark for each call that leads from there to the process, with slashes between them.
 */
public final class RunPath {

    private static final String SLASH = "/";

    /** As many marks as the column takes beside an id of 36 characters. */
    private static final int MOST_CALLS = 3;

    private RunPath() {}

    /**
     * As it is kept.
     *
     * @param root the engine's id of the process that was started; empty for the project's own journey
     * @param calls what tells each call from others of the same process, the outermost first
     * @return null for the project's own journey and what it calls once
     */
    public static @Nullable String of(String root, List<String> calls) {
        Stream<String> marks = calls.size() <= MOST_CALLS
                ? calls.stream()
                : Stream.concat(
                        calls.stream().limit(MOST_CALLS - 1L),
                        Stream.of(String.join("\n", calls.subList(MOST_CALLS - 1, calls.size()))));
        String path = Stream.concat(Stream.of(root), marks.map(RunPath::mark)).collect(Collectors.joining(SLASH));
        return path.isEmpty() ? null : path;
    }

    /** Of eight characters, the same for the same call of each project. */
    private static String mark(String call) {
        CRC32 sum = new CRC32();
        sum.update(call.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(sum.getValue());
    }

    /**
     * How near an answer of one process is to another that asks for it; the larger the nearer. Nearest is its own, then that of
     * what it called, then that of whoever called it, and then what else goes back to the same process.
     */
    static int nearness(@Nullable String asks, @Nullable String answered) {
        List<String> own = parts(asks);
        List<String> other = parts(answered);
        int common = 0;
        while (common < Math.min(own.size(), other.size()) && own.get(common).equals(other.get(common))) {
            common++;
        }
        if (common == own.size() && common == other.size()) {
            return Integer.MAX_VALUE;
        }
        return 2 * common + (common == other.size() ? 1 : 0);
    }

    private static List<String> parts(@Nullable String run) {
        return run == null ? List.of("") : Arrays.asList(run.split(SLASH, -1));
    }
}
