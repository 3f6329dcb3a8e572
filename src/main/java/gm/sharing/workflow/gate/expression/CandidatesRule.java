package gm.sharing.workflow.gate.expression;

import gm.sharing.workflow.gate.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A task is for those from whom the record takes its form; others would be refused when they hand it in. */
@Component
@Order(3)
class CandidatesRule implements ProcessCheck {

    private final Declarations declarations;

    CandidatesRule(Declarations declarations) {
        this.declarations = declarations;
    }

    @Override
    public List<Violation> violations(KnownModels models) {
        return models.root()
                .all()
                .filter(element -> element.is("userTask"))
                .flatMap(this::violations)
                .toList();
    }

    private Stream<Violation> violations(ModelElement task) {
        String form = task.attribute("formRef");
        Set<String> groups = declarations.groupsFor(form);
        if (!groups.isEmpty()
                && Objects.requireNonNullElse(task.attribute("candidateGroups"), "")
                        .isBlank()) {
            return Stream.of(task.violation("the record takes the form “" + form + "” from " + named(groups)
                    + "; give the task to one of those by its candidate groups"));
        }
        return Stream.of(Objects.requireNonNullElse(task.attribute("candidateGroups"), "")
                        .split(",", -1))
                .map(String::strip)
                .filter(group -> !group.isEmpty() && !groups.isEmpty() && !groups.contains(group))
                .map(group -> task.violation("the record takes the form “" + form + "” from "
                        + named(groups) + " only, so “" + group
                        + "” could not hand it in; give the task to those"));
    }

    /** Offices first, then what asks the program. */
    private static String named(Set<String> groups) {
        return groups.stream()
                .sorted(Comparator.comparing((String group) -> group.startsWith("${"))
                        .thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.joining(", "));
    }
}
