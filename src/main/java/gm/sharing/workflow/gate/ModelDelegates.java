package gm.sharing.workflow.gate;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The services that a model's steps and listeners name are there, and can do what they are named for. */
@Component
@Order(1)
class ModelDelegates implements ModelRule {

    private static final Pattern NAME_OF_BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    private final ModelServices services;

    ModelDelegates(ModelServices services) {
        this.services = services;
    }

    @Override
    public List<Violation> violations(ModelFile file, Surroundings surroundings) {
        if (file.kind() != ModelFile.Kind.BPMN) {
            return List.of();
        }
        return file.elements().stream().flatMap(this::violations).toList();
    }

    private Stream<Violation> violations(XmlElement element) {
        boolean listener = element.name().getLocalPart().equals("executionListener");
        return element.attributes().entrySet().stream()
                .filter(attribute -> attribute.getKey().getLocalPart().equals("delegateExpression"))
                .map(attribute -> complaint(attribute.getValue(), listener))
                .flatMap(Stream::ofNullable)
                .map(element::violation);
    }

    private @Nullable String complaint(String value, boolean listener) {
        Matcher name = NAME_OF_BEAN.matcher(value.strip());
        Set<String> names = services.names();
        if (!name.matches() || !names.contains(name.group(1))) {
            return PlainText.shown(value) + " is not one of the services that models may use; name one of them, such as"
                    + " ${sendNotice}";
        }
        Class<?> type = services.type(name.group(1));
        if (JavaDelegate.class.isAssignableFrom(type) || (listener && ExecutionListener.class.isAssignableFrom(type))) {
            return null;
        }
        return PlainText.shown(value) + " answers questions of expressions and cannot be a step; name another service";
    }
}
