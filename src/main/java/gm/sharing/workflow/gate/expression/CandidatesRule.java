package gm.sharing.workflow.gate.expression;

import gm.sharing.workflow.gate.Violation;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
            return Stream.of(task.violation(
                    "the record takes the form “" + form + "” from " + String.join(", ", new TreeSet<>(groups))
                            + "; give the task to one of those by its candidate groups"));
        }
        return Stream.of(Objects.requireNonNullElse(task.attribute("candidateGroups"), "")
                        .split(",", -1))
                .map(String::strip)
                .filter(group -> !group.isEmpty() && !groups.isEmpty() && !groups.contains(group))
                .map(group -> task.violation("the record takes the form “" + form + "” from "
                        + String.join(", ", new TreeSet<>(groups)) + " only, so “" + group
                        + "” could not hand it in; give the task to those"));
    }
}
