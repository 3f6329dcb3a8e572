package gm.sharing.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.Shipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;

/** Every form and table of the project with other words wherever people read, and the same keys and codes. */
final class Reworded {

    /** What people see of a field. */
    private static final List<String> SHOWN = List.of("label", "description", "dateLabel");

    /** The names of columns, tables and rows, and the words that tables of codes and of groups give. */
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(<(?:input|output|decision) [^>]*?\\b(?:label|name)=\")([^\"]*)(\")");

    private static final Pattern WORDS =
            Pattern.compile("(<outputEntry id=\"\\w+_(?:label|words|subject)\">\\s*<text>\")([^<]*)(\"</text>)");
    private static final Pattern NOTE = Pattern.compile("(<description>)([^<]*)(</description>)");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicInteger words = new AtomicInteger();

    private Reworded() {}

    /** By file name. */
    static Map<String, String> files() {
        Reworded all = new Reworded();
        Map<String, String> files = new TreeMap<>(Comparator.naturalOrder());
        each(".form", (name, text) -> files.put(name, all.form(text)));
        each(".dmn", (name, text) -> files.put(name, all.table(text)));
        return files;
    }

    /** Deploys all of them as a process owner does; whoever deletes that deployment has the words of before again. */
    static String deploy(RepositoryService repository) {
        var deployment = repository.createDeployment().name("Every word anew");
        files().forEach(deployment::addString);
        return deployment.deploy().getId();
    }

    private interface Reader {
        void read(String name, String text) throws IOException;
    }

    private static void each(String ending, Reader reader) {
        try {
            for (Path file : Shipped.ending(ending)) {
                reader.read(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String anew() {
        return "Anew " + words.incrementAndGet();
    }

    private String form(String text) throws IOException {
        JsonNode form = JSON.readTree(text);
        reword(form);
        return JSON.writeValueAsString(form);
    }

    private void reword(JsonNode component) {
        if (component instanceof ObjectNode field) {
            SHOWN.stream().filter(field::has).forEach(shown -> field.put(shown, anew()));
            field.path("values").forEach(option -> ((ObjectNode) option).put("label", anew()));
            field.path("columns").forEach(column -> ((ObjectNode) column).put("label", anew()));
        }
        component.path("components").forEach(this::reword);
    }

    private String table(String text) {
        String named = ATTRIBUTE.matcher(text).replaceAll(this::unlessAName);
        return NOTE.matcher(WORDS.matcher(named).replaceAll(this::reworded)).replaceAll(this::reworded);
    }

    private String reworded(MatchResult place) {
        return place.group(1) + anew() + place.group(3);
    }

    /** A column's name is what the program reads; its label is what people do. */
    private String unlessAName(MatchResult place) {
        boolean columnsName =
                place.group(1).startsWith("<output") && place.group(1).endsWith("name=\"");
        return columnsName ? place.group() : reworded(place);
    }
}
