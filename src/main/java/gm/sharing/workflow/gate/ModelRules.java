package gm.sharing.workflow.gate;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Expressions that reach for Java classes or for the engine, wherever they stand. */
final class ModelRules {

    private static final String NO_REACH =
            "expressions may not reach for Java classes or for the engine; name a service or a variable";

    private static final Set<String> NO_EXPRESSIONS = Set.of("documentation", "description");

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{");
    private static final Pattern REACH =
            Pattern.compile("get(Declaring)?Class\\b|\\.\\s*class\\b|\\[\\s*['\"]class['\"]"
                    + "\\s*]|\\bforName\\b|\\bjava\\.|[pP]rocessEngine(Services)?\\b");

    private ModelRules() {}

    static List<Violation> violations(ModelFile file) {
        return file.elements().stream()
                .filter(element -> !NO_EXPRESSIONS.contains(element.name().getLocalPart()))
                .filter(element -> reaches(element.text())
                        || element.attributes().values().stream().anyMatch(ModelRules::reaches))
                .map(element -> element.violation(NO_REACH))
                .toList();
    }

    private static boolean reaches(String text) {
        return EXPRESSION.matcher(text).find() && REACH.matcher(text).find();
    }
}
