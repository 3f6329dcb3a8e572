package gm.sharing.workflow.gate.expression;

import gm.sharing.wording.Words;
import gm.sharing.workflow.gate.Violation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who gets a task or a notice is a role that there is, or somebody whom the program itself named: never what somebody typed. */
@Component
@Order(4)
class RecipientsInModels implements ProcessCheck {

    private static final Words WORDS = Words.in("form/models");

    private static final String TO = "to";

    /** At a task, with whom each names. */
    private static final Map<String, Whom> OF_TASKS =
            Map.of("assignee", Whom.ACCOUNT, "candidateUsers", Whom.ACCOUNT, "candidateGroups", Whom.GROUP);

    /** In the recipients of a notice, how each begins. */
    private static final Map<String, Whom> OF_NOTICES = Map.of("person:", Whom.ACCOUNT, "group:", Whom.GROUP);

    private final Declarations declarations;
    private final KnownPeople people;

    RecipientsInModels(Declarations declarations, KnownPeople people) {
        this.declarations = declarations;
        this.people = people;
    }

    @Override
    public List<Violation> violations(KnownModels models) {
        return models.root()
                .all()
                .flatMap(element -> element.is("userTask")
                        ? ofTask(element, models)
                        : sends(element) ? ofNotice(element, models) : Stream.empty())
                .distinct()
                .toList();
    }

    private Stream<Violation> ofTask(ModelElement task, KnownModels models) {
        return OF_TASKS.keySet().stream().sorted().flatMap(place -> {
            Whom wanted = OF_TASKS.getOrDefault(place, Whom.ANYTHING);
            return Listed.in(Objects.requireNonNullElse(task.attribute(place), "")).stream()
                    .filter(item -> !isRight(item, wanted, task, models))
                    .map(item ->
                            task.violation(told(wanted == Whom.ACCOUNT ? "task-person" : "task-group", wanted, item)));
        });
    }

    private static String told(String key, Whom wanted, String item) {
        return WORDS.text(
                key,
                Map.of("text", Wording.quoted(item), "example", wanted == Whom.ACCOUNT ? "${lead}" : "ig-${partner}"));
    }

    /** Whether it sends a notice: to those whom its own input names. */
    private boolean sends(ModelElement element) {
        return ProcessVariables.service(Objects.requireNonNullElse(element.attribute("delegateExpression"), ""))
                .filter(service -> declarations.neededByService(service).contains(TO))
                .isPresent();
    }

    private Stream<Violation> ofNotice(ModelElement step, KnownModels models) {
        if (step.is("executionListener")) {
            return Stream.of(step.violation(WORDS.text("notice-beside")));
        }
        List<ModelElement> inputs = step.all()
                .filter(element -> element.is("inputParameter") && TO.equals(element.attribute("name")))
                .toList();
        return inputs.isEmpty()
                ? Stream.of(step.violation(WORDS.text("notice-to-nobody")))
                : inputs.stream().flatMap(input -> ofInput(input, models));
    }

    private Stream<Violation> ofInput(ModelElement input, KnownModels models) {
        return Listed.in(input.text()).stream().flatMap(item -> OF_NOTICES.entrySet().stream()
                .filter(place -> item.startsWith(place.getKey()))
                .filter(place ->
                        !isRight(item.substring(place.getKey().length()).strip(), place.getValue(), input, models))
                .map(place -> input.violation(told(
                        place.getValue() == Whom.ACCOUNT ? "notice-person" : "notice-group", place.getValue(), item))));
    }

    /** What is written, or cannot be worked out, is for other rules to judge. */
    private boolean isRight(String item, Whom wanted, ModelElement element, KnownModels models) {
        return !ExpressionSyntax.isIn(item)
                || models.names(element)
                        .flatMap(names -> models.known(names, item))
                        .map(kind -> people.are(wanted, kind.meant()))
                        .orElse(true);
    }
}
