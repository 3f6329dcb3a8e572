package gm.sharing.agreement;

import static java.util.function.Predicate.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import gm.sharing.document.CanonicalContent;
import gm.sharing.document.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A content as another release might have written it: each of its words bears a mark, and its codes are as they were. */
final class MarkedWords {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WORD = Pattern.compile("\\S*[\\p{L}\\p{N}]\\S*");
    private static final Pattern NUMBER = Pattern.compile("(?:[A-Z]|\\d+)\\.\\d*|[A-Z]+:");
    private static final String MARK = "§";

    /** What no document shows. */
    private static final Set<String> CODES = Set.of("key", "item", "touches", "reference", "law");

    private MarkedWords() {}

    static CanonicalContent in(CanonicalContent content) throws JsonProcessingException {
        return new CanonicalContent(JSON.writeValueAsString(marked(JSON.readTree(content.json()), "")));
    }

    private static JsonNode marked(JsonNode node, String name) {
        if (CODES.contains(name)) {
            return node;
        }
        if (node.isTextual()) {
            return new TextNode(WORD.matcher(node.textValue()).replaceAll(MARK + "$0"));
        }
        if (node instanceof ObjectNode object) {
            boolean block = object.has("words") || object.has("facts") || object.has("rows");
            ObjectNode changed = JSON.createObjectNode();
            object.properties()
                    .forEach(property -> changed.set(
                            property.getKey(),
                            block && property.getKey().equals("kind")
                                    ? property.getValue()
                                    : marked(property.getValue(), property.getKey())));
            return changed;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode changed = JSON.createArrayNode();
            array.forEach(one -> changed.add(marked(one, "")));
            return changed;
        }
        return node;
    }

    /** The words of a text that the content did not give it; the numbers of parts follow from their order. */
    static List<String> unmarked(String text) {
        return Arrays.stream(text.split(" "))
                .filter(WORD.asMatchPredicate())
                .filter(not(NUMBER.asMatchPredicate()))
                .filter(word -> !word.startsWith(MARK))
                .toList();
    }

    /** All texts of a content, each as one line. */
    static List<String> leaves(JsonNode node) {
        List<String> leaves = new ArrayList<>();
        if (node.isTextual()) {
            leaves.add(node.textValue());
        }
        node.forEach(child -> leaves.addAll(leaves(child)));
        return leaves;
    }

    /** What a heading says after its number. */
    static String withoutItsNumber(String heading) {
        return heading.replaceFirst("^(?:(?:[A-Z]|\\d+)\\.\\d*|Annex [A-Z]+:) (?=\\S)", "");
    }

    static boolean isAboutTheDigest(String text, String digest) {
        return text.equals(digest) || text.equals(Document.digest(digest).name());
    }
}
