package gm.sharing.workflow.access;

import gm.sharing.workflow.access.DoorRow.Through;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What of the engine an address asks for. Only one spelling of it is understood: plain characters, and the few that
 * browsers encode; a single slash at the end, which the engine passes over, is none of the path.
 *
 * @param path the segments, without what says through which door
 */
record AskedPath(Through way, List<String> path) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9@:._-]+");
    private static final Pattern DOTS = Pattern.compile("\\.+");
    private static final Pattern COLON = Pattern.compile("%3[Aa]");
    private static final List<String> REST = List.of("engine-rest");
    private static final List<String> APPS = List.of("camunda", "api", "engine", "engine", "default");

    /** Empty when the address is spelled in another way. */
    static Optional<AskedPath> of(String address) {
        String[] parts = address.split("/", -1);
        List<String> segments = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            String segment = COLON.matcher(parts[i]).replaceAll(":").replace("%40", "@");
            boolean slashAtTheEnd = segment.isEmpty() && i == parts.length - 1;
            if (slashAtTheEnd) {
                continue;
            }
            if (!PLAIN.matcher(segment).matches() || DOTS.matcher(segment).matches()) {
                return Optional.empty();
            }
            segments.add(segment);
        }
        return Optional.of(
                begins(segments, REST)
                        ? new AskedPath(Through.REST, segments.subList(REST.size(), segments.size()))
                        : begins(segments, APPS)
                                ? new AskedPath(Through.APPS, segments.subList(APPS.size(), segments.size()))
                                : new AskedPath(Through.ADDRESS, segments));
    }

    private static boolean begins(List<String> segments, List<String> with) {
        return segments.size() >= with.size()
                && segments.subList(0, with.size()).equals(with);
    }
}
