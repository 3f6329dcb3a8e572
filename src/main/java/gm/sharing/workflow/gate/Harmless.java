package gm.sharing.workflow.gate;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.NestedExceptionUtils;

/** Whether a file is what its name says, can be read, and holds nothing that is not on the list. */
final class Harmless {

    private Harmless() {}

    /** What speaks against it; the other rules look at it only when nothing does. */
    static List<Violation> violations(ModelFile file) {
        List<Violation> name = FileNames.violations(file);
        if (!name.isEmpty()) {
            return name;
        }
        try {
            List<Violation> violations =
                    switch (file.kind()) {
                        case BPMN -> {
                            List<Violation> found = xml(file, BpmnVocabulary.get());
                            yield found.isEmpty() ? References.violations(file) : found;
                        }
                        case DMN -> xml(file, DmnVocabulary.get());
                        case FORM -> FormContent.violations(file);
                        case CMMN, OTHER -> List.of();
                    };
            return violations.isEmpty() ? model(file) : violations;
        } catch (XmlElements.Unreadable e) {
            return List.of(e.violation());
        }
    }

    private static List<Violation> xml(ModelFile file, Vocabulary vocabulary) {
        List<Violation> size = Sizes.violations(file);
        if (!size.isEmpty()) {
            return size;
        }
        return Stream.of(
                        vocabulary.violations(file.elements()),
                        PlainWords.violations(file),
                        WordsOfSettings.violations(file),
                        ModelRules.violations(file))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** Whether it can also be read as a whole: then its parts stand in their order and refer to one another rightly. */
    private static List<Violation> model(ModelFile file) {
        try {
            switch (file.kind()) {
                case BPMN -> file.bpmn();
                case DMN -> file.dmn();
                case FORM, CMMN, OTHER -> {}
            }
            return List.of();
        } catch (IllegalArgumentException e) {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
            return List.of(new Violation(
                    "",
                    "",
                    "the file cannot be read as a model; open and save it with Camunda Modeler ("
                            + String.valueOf(cause.getMessage())
                                    .replaceAll("\\s+", " ")
                                    .replaceFirst("^.*?Line=(\\d+): (?:cvc-[\\w.-]+: )?", "line $1: ")
                            + ")"));
        }
    }
}
