package gm.sharing.workflow.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * The elements and attributes that a file may hold, and where. Names are compared with their namespaces and to the letter,
 * so nothing that the engine would take for one of them by some other spelling gets through.
 */
final class Vocabulary {

    private static final String TEXT = "#text";

    /** @param within the elements that may stand directly in it */
    private record Entry(Set<QName> attributes, Set<QName> within, boolean text) {}

    private final Map<String, String> namespaces;
    private final Map<String, String> prefixes;
    private final Map<QName, String> hints;
    private final Map<String, Entry> entries = new HashMap<>();
    private final QName root;

    /**
     * Reads a list with a line for each element: {@code element | attributes | elements within}, where {@code #text} says
     * that it may hold text. {@code parent/element} tells an element apart by what it stands in. A word that begins with
     * {@code @} stands for the words of its own line.
     *
     * @param namespaces by prefix
     * @param hints what to do instead of what is not on the list, by local name
     */
    Vocabulary(Map<String, String> namespaces, String root, String list, Map<String, String> hints) {
        this.namespaces = namespaces;
        this.prefixes =
                namespaces.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        this.root = name(root);
        this.hints = hints.entrySet().stream()
                .collect(Collectors.toMap(hint -> new QName(hint.getKey()), Map.Entry::getValue));
        Map<String, String> shorthands = new HashMap<>();
        for (String line : list.strip().lines().toList()) {
            String[] parts =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            if (parts[0].startsWith("@")) {
                shorthands.put(parts[0], parts[1]);
            } else {
                entries.put(parts[0], entry(words(parts[1], shorthands), words(parts[2], shorthands)));
            }
        }
    }

    private Entry entry(Set<String> attributes, Set<String> within) {
        boolean text = within.remove(TEXT);
        return new Entry(names(attributes), names(within), text);
    }

    private static Set<String> words(String part, Map<String, String> shorthands) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : part.strip().split("\\s+", -1)) {
            if (word.startsWith("@")) {
                words.addAll(words(Objects.requireNonNull(shorthands.get(word), word), shorthands));
            } else if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private Set<QName> names(Set<String> words) {
        return words.stream().map(this::name).collect(Collectors.toUnmodifiableSet());
    }

    private QName name(String word) {
        int colon = word.indexOf(':');
        return colon < 0
                ? new QName(word)
                : new QName(
                        Objects.requireNonNull(namespaces.get(word.substring(0, colon)), word),
                        word.substring(colon + 1));
    }

    /** What is not on the list, in the order of the file. What stands within something that is not is passed over. */
    List<Violation> violations(List<XmlElement> elements) {
        List<Violation> violations = new ArrayList<>();
        IdentityHashMap<XmlElement, Entry> known = new IdentityHashMap<>();
        for (XmlElement element : elements) {
            Entry around = element.parent() == null ? null : known.get(element.parent());
            if (element.parent() != null && around == null) {
                continue;
            }
            Entry entry = entry(element, around);
            if (entry == null) {
                violations.add(element.violation(refusal(
                        element.name(),
                        "“" + PlainText.shown(element.name().getLocalPart()) + "” is not among the elements that may"
                                + " stand here; take it out")));
                continue;
            }
            known.put(element, entry);
            for (QName attribute : element.attributes().keySet()) {
                if (!entry.attributes().contains(attribute)) {
                    violations.add(element.violation(refusal(
                            attribute,
                            "the setting “" + PlainText.shown(attribute.getLocalPart()) + "” is not among those that"
                                    + " may be made here; take it out")));
                }
            }
            if (!entry.text() && !element.text().isBlank()) {
                violations.add(element.violation("text stands where only elements may; take it out"));
            }
        }
        return violations;
    }

    private @Nullable Entry entry(XmlElement element, @Nullable Entry around) {
        XmlElement parent = element.parent();
        if (parent == null || around == null) {
            return element.name().equals(root) ? entries.get(word(element.name())) : null;
        }
        if (!around.within().contains(element.name())) {
            return null;
        }
        Entry here = entries.get(word(parent.name()) + "/" + word(element.name()));
        return here != null ? here : entries.get(word(element.name()));
    }

    /** The name as the list writes it; only for names that are on it. */
    private String word(QName name) {
        return prefixes.get(name.getNamespaceURI()) + ":" + name.getLocalPart();
    }

    private String refusal(QName name, String otherwise) {
        String hint = hints.get(new QName(name.getLocalPart()));
        return hint == null ? otherwise : hint;
    }
}
