package gm.sharing.workflow.gate.expression;

import gm.sharing.wording.Words;
import gm.sharing.workflow.gate.Violation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who may do a task, and by when, is said by something that gives an answer. */
@Component
@Order(6)
class NothingAtTasks implements ProcessCheck {

    private static final Words WORDS = Words.in("form/models");

    @Override
    public List<Violation> violations(KnownModels models) {
        return models.root()
                .all()
                .filter(element -> element.is("userTask"))
                .flatMap(task -> models.names(task).stream().flatMap(names -> faults(task, names, models)))
                .toList();
    }

    private static Stream<Violation> faults(ModelElement task, Names names, KnownModels models) {
        Stream<Violation> due = isNothing(attribute(task, "dueDate"), names, models)
                ? Stream.of(task.violation(WORDS.text("due-nothing")))
                : Stream.empty();
        return Stream.concat(
                due,
                Listed.in(attribute(task, "candidateGroups")).stream()
                        .filter(group -> isNothing(group, names, models))
                        .map(group -> task.violation(
                                WORDS.text("groups-nothing", Map.of("group", group, "example", "ig-${partner}")))));
    }

    private static boolean isNothing(String text, Names names, KnownModels models) {
        return ExpressionSyntax.isIn(text) && models.quietly(names, text).isNothing();
    }

    private static String attribute(ModelElement task, String name) {
        return Objects.requireNonNullElse(task.attribute(name), "");
    }
}
