package gm.sharing.workflow.gate.expression;

import gm.sharing.wording.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * What the condition of an event reads. The engine asks it only when a variable of the process changes, so what it reads
 * besides would never be noticed.
 */
final class EventCondition {

    private static final ExpressionSyntax SYNTAX = new ExpressionSyntax();

    private static final Words WORDS = Words.in("form/models");

    /** As the engine knows them. */
    private static final Set<String> EVENTS = Set.of("create", "update", "delete");

    private final Names names;
    private final Set<String> read = new HashSet<>();
    private boolean otherwise;

    private EventCondition(Names names) {
        this.names = names;
    }

    /**
     * Whether the engine notices when it comes true. What cannot be read is told elsewhere.
     *
     * @param watched the one variable that it watches; empty for all
     */
    static boolean isNoticed(String text, String watched, Names names) {
        EventCondition condition = new EventCondition(names);
        try {
            condition.look(SYNTAX.build(text).getRoot());
        } catch (TreeBuilderException e) {
            return true;
        }
        return !condition.otherwise
                && !condition.read.isEmpty()
                && (watched.isEmpty() || condition.read.contains(watched));
    }

    /**
     * What is wrong with the changes at which the engine asks: an event that hears of a variable only when it is made or taken
     * away misses what it becomes in between. Empty when nothing is.
     */
    static Optional<String> unheard(ModelElement definition) {
        String events = definition.attribute("variableEvents");
        if (events == null || events.isBlank()) {
            return Optional.empty();
        }
        List<String> heard = Stream.of(events.split(",", -1)).map(String::strip).toList();
        return heard.contains("update") && EVENTS.containsAll(heard)
                ? Optional.empty()
                : Optional.of(WORDS.text("event-unheard", Map.of("events", events.strip())));
    }

    private void look(Node node) {
        if (node instanceof AstMethod
                && node.getChild(0) instanceof AstDot method
                && AllowedMembers.OF_VARIABLES.contains(Nodes.name(method))
                && method.getChild(0) instanceof AstIdentifier) {
            Nodes.children(node.getChild(1)).map(Nodes::constant).forEach(name -> read.add(String.valueOf(name)));
            return;
        }
        if (node instanceof AstIdentifier identifier) {
            read.add(identifier.getName());
            otherwise |= names.variable(identifier.getName()).isEmpty();
        }
        otherwise |= node instanceof AstFunction;
        Nodes.children(node).forEach(this::look);
    }
}
