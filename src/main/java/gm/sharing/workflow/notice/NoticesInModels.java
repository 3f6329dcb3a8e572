package gm.sharing.workflow.notice;

import gm.sharing.notification.Urgency;
import gm.sharing.workflow.gate.KnownGroups;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.ModelRule;
import gm.sharing.workflow.gate.Surroundings;
import gm.sharing.workflow.gate.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A notice of a model goes to people who can be found, and every word in braces stands for something. */
@Component
@Order(11)
class NoticesInModels implements ModelRule {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern SERVICE = Pattern.compile("[$#]\\{\\s*sendNotice\\s*}");
    private static final Pattern OF_ORGANISATIONS = Pattern.compile("[$#]\\{\\s*sendOrganisationNotice\\s*}");

    /** What is worked out does not stand in the text: {@code ${partner}} is no word. */
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^{}]*}");

    private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}?|}");

    private final KnownGroups groups;

    NoticesInModels(KnownGroups groups) {
        this.groups = groups;
    }

    @Override
    public List<Violation> violations(ModelFile file, Surroundings surroundings) {
        if (file.kind() != ModelFile.Kind.BPMN) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>();
        for (FlowNode step : file.bpmn().getModelElementsByType(FlowNode.class)) {
            String service = strip(step.getAttributeValueNs(CAMUNDA, "delegateExpression"));
            boolean ofProject = SERVICE.matcher(service).matches();
            if ((ofProject || OF_ORGANISATIONS.matcher(service).matches()) && step.getExtensionElements() != null) {
                step.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class).list().stream()
                        .flatMap(inputs -> inputs.getCamundaInputParameters().stream())
                        .forEach(input -> check(step, input, ofProject, violations));
            }
        }
        return violations;
    }

    private void check(FlowNode step, CamundaInputParameter input, boolean ofProject, List<Violation> violations) {
        String text = Objects.requireNonNullElse(input.getTextContent(), "").strip();
        String name = Objects.requireNonNullElse(input.getCamundaName(), "");
        switch (name) {
            case "to" ->
                Arrays.stream(withoutCommasInExpressions(text).split(",", -1))
                        .map(String::strip)
                        .filter(recipient -> !isKnown(recipient, ofProject))
                        .forEach(recipient -> violations.add(violation(
                                step,
                                "a notice cannot go to “" + recipient + "”; write one or more of "
                                        + (ofProject ? NamedRecipients.all() : SendOrganisationNotice.ALL)
                                        + ", separated by commas")));
            case "subject", "text" -> {
                if (text.isEmpty()) {
                    violations.add(violation(step, "the notice has no " + name + "; write it"));
                }
                Matcher word = BRACES.matcher(EXPRESSION.matcher(text).replaceAll(""));
                while (word.find()) {
                    String written = word.group();
                    if (!ofProject
                            || Arrays.stream(NoticeWord.values())
                                    .noneMatch(known -> known.written().equals(written))) {
                        violations.add(violation(
                                step,
                                "nothing stands for “" + written + "” in the " + name + "; write "
                                        + (ofProject ? NoticeWord.all() + ", or " : "") + "an expression"));
                    }
                }
            }
            case "goesOut" -> {
                if (Urgency.find(text).isEmpty() && !EXPRESSION.matcher(text).matches()) {
                    violations.add(
                            violation(step, "a notice does not go out “" + text + "”; write one of " + Urgency.all()));
                }
            }
            default -> {}
        }
    }

    private static String withoutCommasInExpressions(String text) {
        return EXPRESSION
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().replace(',', ' ')));
    }

    /** A person is never written down, who may leave. */
    private boolean isKnown(String recipient, boolean ofProject) {
        if (!ofProject && recipient.equals(SendOrganisationNotice.LEADS)) {
            return true;
        }
        if (ofProject && recipient.startsWith(NamedRecipients.PERSON)) {
            return EXPRESSION
                    .matcher(
                            recipient.substring(NamedRecipients.PERSON.length()).strip())
                    .matches();
        }
        return recipient.startsWith(NamedRecipients.GROUP)
                ? groups.contains(
                        recipient.substring(NamedRecipients.GROUP.length()).strip())
                : ofProject && NamedRecipients.of(recipient).isPresent();
    }

    private static String strip(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static Violation violation(FlowNode step, String rule) {
        return new Violation(
                Objects.requireNonNullElse(step.getId(), ""), Objects.requireNonNullElse(step.getName(), ""), rule);
    }
}
