package gm.sharing.workflow.gate.expression;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables of one process: everything in the model, and around it, that sets one. */
final class ProcessVariables {

    private static final Pattern SERVICE = Pattern.compile("\\s*[$#]\\{\\s*(\\w+)\\s*}\\s*");
    private static final Pattern EQUALS = Pattern.compile("\\s*\\$\\{\\s*(\\w+)\\s*==\\s*'([^']*)'\\s*}\\s*");

    private final ModelElement process;
    private final KnownModels models;
    private final Map<String, List<VariableSource>> sources = new LinkedHashMap<>();

    ProcessVariables(ModelElement process, KnownModels models) {
        this.process = process;
        this.models = models;
    }

    /** To be called once, after the process is known to the others. */
    void collect() {
        sources.putAll(VariableSources.of(process, models, this));
    }

    /** The service that a delegate expression names; empty when it is something else. */
    static Optional<String> service(String delegateExpression) {
        Matcher name = SERVICE.matcher(delegateExpression);
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    private Kind kind(VariableSource source) {
        return models.kinds().of(source);
    }

    private Kind kind(Collection<VariableSource> found) {
        return found.stream().map(this::kind).reduce(Kind::or).orElse(Kind.UNKNOWN);
    }

    /** Everything that gives a variable this name. */
    List<VariableSource> sources(String name) {
        return sources.getOrDefault(name, List.of());
    }

    /** The names of those that the process itself has, rather than one of its elements. */
    Set<String> everywhere() {
        Set<String> names = new TreeSet<>();
        sources.forEach((name, all) -> {
            if (all.stream().anyMatch(source -> source.within() == null)) {
                names.add(name);
            }
        });
        return names;
    }

    /** The names of all, wherever they count. */
    Set<String> all() {
        return Set.copyOf(sources.keySet());
    }

    /** Every name that something in the process gives a variable, wherever it counts. */
    Map<String, ModelElement> given() {
        Map<String, ModelElement> given = new LinkedHashMap<>();
        sources.forEach((name, all) -> all.stream()
                .filter(source -> !"loopCounter".equals(name) && source.by().isIn(process))
                .findFirst()
                .ifPresent(source -> given.put(name, source.by())));
        return given;
    }

    /** The steps that give a variable the word for which the condition of a flow asks; empty when others may. */
    Set<ModelElement> behind(ModelElement flow, Ways ways) {
        Matcher asked = flow.children()
                .filter(element -> element.is("conditionExpression"))
                .map(condition -> EQUALS.matcher(condition.text()))
                .filter(Matcher::matches)
                .findFirst()
                .orElse(null);
        if (asked == null) {
            return Set.of();
        }
        Set<ModelElement> givers = new HashSet<>();
        for (VariableSource source : sources.getOrDefault(asked.group(1), List.of())) {
            Set<String> values = kind(source).values();
            if (isSeen(source, flow) && (values == null || values.contains(asked.group(2)))) {
                Optional<ModelElement> step = ways.step(source.by());
                if (step.isEmpty()) {
                    return Set.of();
                }
                givers.add(step.get());
            }
        }
        return givers;
    }

    /** The steps after which the variable is there for the element; empty when it always is, or never. */
    Set<ModelElement> setters(String name, ModelElement element, Ways ways) {
        Set<ModelElement> setters = new HashSet<>();
        for (VariableSource source : sources.getOrDefault(name, List.of())) {
            if (isSeen(source, element)) {
                Optional<ModelElement> step =
                        source.within() == null && source.by().isIn(process)
                                ? ways.step(source.by())
                                : Optional.empty();
                if (step.isEmpty()) {
                    return Set.of();
                }
                setters.add(step.get());
            }
        }
        return setters;
    }

    Kind anywhere(String name) {
        return kind(sources.getOrDefault(name, List.of()));
    }

    /** As somebody sees them who called the process. */
    Names outside() {
        return at(process, true, false);
    }

    /** The variables that an expression of this element sees. */
    Names at(ModelElement element, boolean running, boolean task) {
        return new Names() {
            @Override
            public Optional<Kind> variable(String name) {
                List<VariableSource> seen = running
                        ? sources.getOrDefault(name, List.of()).stream()
                                .filter(source -> isSeen(source, element))
                                .toList()
                        : List.of();
                return seen.isEmpty() ? Optional.empty() : Optional.of(kind(seen));
            }

            @Override
            public Set<String> all() {
                Set<String> names = new TreeSet<>();
                if (running) {
                    sources.forEach((name, all) -> {
                        if (all.stream().anyMatch(source -> isSeen(source, element))) {
                            names.add(name);
                        }
                    });
                }
                return names;
            }

            @Override
            public boolean running() {
                return running;
            }

            @Override
            public boolean task() {
                return task;
            }
        };
    }

    /** What a decision gave is there while the task ends, not while it begins. */
    private static boolean isSeen(VariableSource source, ModelElement element) {
        ModelElement within = source.within();
        if (source.by().is("businessRuleTask") && within != null) {
            return element.isIn(within) && element.around().anyMatch(outer -> outer.is("outputParameter"));
        }
        return (within == null || element.isIn(within))
                && !(source.by().equals(element) && element.is("inputParameter"));
    }
}
