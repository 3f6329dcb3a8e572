package gm.sharing.workflow.access;

import gm.sharing.workflow.access.DoorRow.Takes;
import gm.sharing.workflow.access.DoorRow.Through;
import gm.sharing.workflow.access.DoorRow.Who;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What may be asked of the engine, as {@code security/engine-doors.txt} says. */
@Component
class DoorList {

    private static final String FILE = "security/engine-doors.txt";
    private static final int COLUMNS = 6;

    private final List<DoorRow> rows;

    /** By method and first segment, so that a request is compared with few. */
    private final Map<String, List<DoorRow>> byBeginning;

    private final Map<Through, Set<String>> beginnings = new HashMap<>();

    DoorList() {
        rows = read();
        byBeginning = rows.stream().collect(Collectors.groupingBy(row -> key(row.method(), row.path())));
        for (Through way : Through.values()) {
            beginnings.put(
                    way,
                    rows.stream()
                            .filter(row -> row.through().includes(way))
                            .map(row -> row.path().get(0))
                            .collect(Collectors.toSet()));
        }
    }

    List<DoorRow> rows() {
        return rows;
    }

    /** The row that this request is; where several are, that without placeholders comes first in the list. */
    Stream<DoorRow> find(String method, Through way, List<String> path) {
        return byBeginning.getOrDefault(key(method, path), List.of()).stream()
                .filter(row -> row.through().includes(way) && row.leadsTo(path));
    }

    /** Whether anything on the list begins like this; what does not exists nowhere. */
    boolean knows(Through way, List<String> path) {
        return !path.isEmpty() && beginnings.getOrDefault(way, Set.of()).contains(path.get(0));
    }

    private static String key(String method, List<String> path) {
        return method + " " + (path.isEmpty() ? "" : path.get(0));
    }

    private static List<DoorRow> read() {
        try {
            return new ClassPathResource(FILE)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(DoorList::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DoorRow row(String line) {
        String[] columns = line.split("\\s+", COLUMNS);
        if (columns.length < COLUMNS) {
            throw new IllegalArgumentException(FILE + " needs " + COLUMNS + " columns: " + line);
        }
        return new DoorRow(
                columns[0],
                List.of(columns[1].substring(1).split("/")),
                one(columns[2], Who::valueOf),
                columns[3].equals("-") ? Through.ADDRESS : one(columns[3], Through::valueOf),
                columns[4].equals("-") ? Takes.NOTHING : one(columns[4], Takes::valueOf),
                columns[5]);
    }

    private static <T> T one(String word, Function<String, T> of) {
        return of.apply(word.toUpperCase(Locale.ROOT));
    }
}
