package gm.sharing.workflow.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Ids, names and texts of models and tables: of signs that people see, and of a length that pages can show. */
final class PlainWords {

    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_.-]{1,30}");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 20_000;

    /** As the engine keeps names, ids, namespaces and the like. */
    private static final int LONGEST_SETTING = 255;

    /** What the engine takes apart, or keeps as long as it is. */
    private static final Set<String> LONG = Set.of("value", "candidateGroups", "candidateStarterGroups");

    /** Elements whose name a drawing shows, where it may be broken into lines. */
    private static final Set<String> ONE_LINE = Set.of("process", "message", "decision", "output", "property");

    private static final Set<String> NAMES = Set.of("name", "label");

    private static final Set<String> IDS = Set.of("id", "messageRef", "processRef", "calledElement", "decisionRef");

    private PlainWords() {}

    static List<Violation> violations(ModelFile file) {
        List<Violation> violations = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (XmlElement element : file.elements()) {
            element.attributes().forEach((name, value) -> {
                String rule = complaint(element, name, value);
                if (rule != null) {
                    violations.add(element.violation(rule));
                }
            });
            String text = PlainText.complaint(element.text(), true);
            if (text != null) {
                violations.add(
                        element.violation("the text of “" + element.name().getLocalPart() + "” " + text));
            } else if (element.text().length() > LONGEST_TEXT) {
                violations.add(
                        element.violation("the text of “" + element.name().getLocalPart() + "” is longer than "
                                + LONGEST_TEXT + " characters; shorten it"));
            }
            String id = element.attribute("id");
            if (id != null && !ids.add(id)) {
                violations.add(element.violation(
                        "two elements have the id “" + PlainText.shown(id) + "”; give one of them another id"));
            }
        }
        return violations;
    }

    private static @Nullable String complaint(XmlElement element, QName name, String value) {
        String attribute = name.getLocalPart();
        if (IDS.contains(attribute)
                && !value.contains("${")
                && !ID.matcher(value).matches()) {
            return "“" + PlainText.shown(attribute) + "” is written with letters without accents, figures, hyphens,"
                    + " underscores and dots, begins with a letter and has at most 100 of them; write it so";
        }
        boolean lines =
                attribute.equals("name") && !ONE_LINE.contains(element.name().getLocalPart());
        String complaint = PlainText.complaint(value, lines);
        if (complaint != null) {
            return "“" + PlainText.shown(attribute) + "” " + complaint;
        }
        if (attribute.equals("versionTag") && !VERSION.matcher(value).matches()) {
            return "the version tag is written like 1.0; write it so";
        }
        if (NAMES.contains(attribute) && value.length() > LONGEST_NAME) {
            return "the name is longer than " + LONGEST_NAME
                    + " characters; shorten it and put the rest into the documentation";
        }
        if (value.length() > LONGEST_SETTING && !LONG.contains(attribute) && InModel.isConstant(value)) {
            return "“" + PlainText.shown(attribute) + "” is longer than " + LONGEST_SETTING + " characters; shorten it";
        }
        return null;
    }
}
