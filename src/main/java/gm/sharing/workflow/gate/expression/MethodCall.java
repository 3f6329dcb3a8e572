package gm.sharing.workflow.gate.expression;

import gm.sharing.workflow.step.Instance;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.joda.time.DateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * A method as an expression calls it.
 *
 * @param base what it is called on
 * @param service whether that is one of the services for models
 * @param written the numbers among the arguments that are written as such
 */
record MethodCall(Kind base, boolean service, String name, List<Kind> arguments, List<OptionalLong> written) {

    private static final Set<String> SEARCHES = Set.of("contains", "indexOf");

    private static final Set<String> FAILS_FOR_NOTHING = Set.of("after", "before", "compareTo", "contains");
    private static final Set<String> ENTRIES = Set.of("getEntry", "get", "getFirstEntry", "getSingleEntry");

    private static boolean mayBeNothing(Kind argument) {
        return argument.missing() || argument.isNothing();
    }

    /** Tells what is wrong with it, and says what it gives. */
    Kind check(Names names, Consumer<String> faults) {
        if (base.isUnknown()) {
            return Kind.UNKNOWN;
        }
        List<Method> named = methods(base.type(), service).stream()
                .filter(method -> method.getName().equals(name))
                .toList();
        if (named.isEmpty()) {
            faults.accept("models cannot call “" + name + "” of " + words(base.type())
                    + Similar.hint(name, names(base.type(), service)));
            return Kind.UNKNOWN;
        }
        List<Method> fitting = named.stream().filter(this::fits).toList();
        if (fitting.isEmpty()) {
            faults.accept(name + " takes "
                    + named.stream().map(MethodCall::parameters).distinct().collect(Collectors.joining(" or "))
                    + (named.stream().anyMatch(method -> method.getParameterCount() == arguments.size())
                            ? ", not this"
                            : ", not " + arguments.size() + " values"));
            return Kind.UNKNOWN;
        }
        if (base.missing()
                || (!service
                        && base.element() == null
                        && FAILS_FOR_NOTHING.contains(name)
                        && arguments.stream().anyMatch(MethodCall::mayBeNothing))) {
            faults.accept("there may be no answer, and then “" + name
                    + "” would stop the process; compare the answer with ==, !=, < or >");
            return Kind.UNKNOWN;
        }
        if (name.equals("get") && base.isSurely(List.class)) {
            faults.accept(
                    "the list may be empty, and “get” would stop the process; write [0] for the first, which is then"
                            + " nothing");
        }
        if (base.element() != null) {
            ofAnswers(base.element(), faults);
        }
        unknownWords(fitting.get(0), faults);
        new NumbersTaken(fitting.get(0), base.isSurely(DateTime.class), arguments, written).check(faults);
        missing(fitting.get(0).getAnnotation(Needs.class), names, faults);
        return result(fitting.get(0), faults);
    }

    /** A list of answers: there may be none, and one answer is looked for by its value. */
    private void ofAnswers(Kind element, Consumer<String> faults) {
        if (!SEARCHES.contains(name)) {
            return;
        }
        Kind sought = arguments.get(0);
        if (!element.isSurely(String.class)) {
            faults.accept("“" + name
                    + "” looks for one answer, and these are rows; ask for size() or isEmpty(), or for a field"
                    + " of a row such as [0].name");
        } else if (!sought.canBe(String.class) || sought.isNothing()) {
            faults.accept("“" + name + "” looks for the value of an option, which is a text in quotes");
        } else {
            Comparison.check(element, sought, true).ifPresent(faults);
        }
    }

    private Kind result(Method method, Consumer<String> faults) {
        Map<String, Kind> entries = base.entries();
        if (entries == null) {
            Gives gives = method.getAnnotation(Gives.class);
            Kind given = method.getReturnType() == void.class ? Kind.NOTHING : Kind.of(method.getReturnType());
            return gives == null ? given : given.meaning(Meant.of(gives.value()));
        }
        if (ENTRIES.contains(name) && arguments.size() == 1) {
            Set<String> asked = arguments.get(0).values();
            if (asked == null) {
                return Kind.UNKNOWN;
            }
            return asked.stream()
                    .map(entry -> entry(base, entry, entries, faults))
                    .reduce(Kind::or)
                    .orElse(Kind.UNKNOWN);
        }
        if (ENTRIES.contains(name)) {
            return entries.size() == 1 ? entries.values().iterator().next() : Kind.UNKNOWN;
        }
        return method.getReturnType() == DmnDecisionResultEntries.class
                ? base.element() != null ? base.element() : Kind.holding(method.getReturnType(), entries)
                : Kind.of(method.getReturnType());
    }

    private static Kind entry(Kind base, String name, Map<String, Kind> entries, Consumer<String> faults) {
        Kind entry = entries.get(name);
        if (entry == null) {
            faults.accept(givesNothing(base) + " named “" + name + "”" + Similar.hint(name, entries.keySet()));
            return Kind.UNKNOWN;
        }
        return entry;
    }

    /** What an answer has is asked by the keys of its fields, what a table gives by the names of its columns. */
    static String givesNothing(Kind base) {
        return base.type() == Map.class ? "it has nothing" : "the table gives nothing";
    }

    private void missing(@Nullable Needs needs, Names names, Consumer<String> faults) {
        if (needs != null) {
            Stream.of(needs.value())
                    .filter(needed -> names.variable(needed).isEmpty())
                    .forEach(needed ->
                            faults.accept(name + " needs the variable “" + needed + "”, which nothing here sets"));
        }
    }

    /** A text that the service does not know. */
    private void unknownWords(Method method, Consumer<String> faults) {
        for (int i = 0; i < arguments.size(); i++) {
            Set<String> known = words(method.getParameters()[i]);
            Set<String> given = arguments.get(i).values();
            if (known.isEmpty()) {
                continue;
            }
            if (given == null) {
                faults.accept(name + " takes one of " + String.join(", ", known) + ", written in quotes");
            } else {
                given.stream()
                        .filter(word -> !known.contains(word))
                        .forEach(word ->
                                faults.accept(name + " does not know “" + word + "”" + Similar.hint(word, known)));
            }
        }
    }

    /** The texts that a parameter takes; none when it takes any. */
    static Set<String> words(Parameter parameter) {
        OneOf oneOf = parameter.getAnnotation(OneOf.class);
        if (oneOf == null) {
            return Set.of();
        }
        Set<String> words = new TreeSet<>(Arrays.asList(oneOf.values()));
        words.addAll(Kind.codes(oneOf.codes()));
        return words;
    }

    private boolean fits(Method method) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length != arguments.size()) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!fits(arguments.get(i), types[i])) {
                return false;
            }
        }
        return true;
    }

    /** As the engine converts, but for conversions that fail for some values. */
    private static boolean fits(Kind argument, Class<?> parameter) {
        Class<?> wanted = ClassUtils.resolvePrimitiveIfNecessary(parameter);
        if (wanted == Instance.class) {
            return argument.isSurely(DelegateExecution.class);
        }
        if (wanted == DelegateExecution.class || wanted == DelegateTask.class) {
            return argument.isSurely(wanted);
        }
        if (argument.isNothing()) {
            return !parameter.isPrimitive();
        }
        if (Number.class.isAssignableFrom(wanted)) {
            return argument.canBe(Number.class);
        }
        return argument.canBe(wanted);
    }

    static Set<String> names(Class<?> type, boolean service) {
        return service
                ? methods(type, true).stream().map(Method::getName).collect(Collectors.toCollection(TreeSet::new))
                : AllowedMembers.names(type);
    }

    private static List<Method> methods(Class<?> type, boolean service) {
        return service
                ? AllowedMembers.callable(type)
                : Arrays.stream(type.getMethods())
                        .filter(method -> !method.isSynthetic())
                        .filter(method -> AllowedMembers.mayCall(type, method.getName()))
                        .toList();
    }

    /** What reading a property gives. */
    static Kind property(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("get" + StringUtils.capitalize(name)))
                .filter(method -> method.getParameterCount() == 0 && !method.isSynthetic())
                .findFirst()
                .map(method -> Kind.of(method.getReturnType()))
                .orElse(Kind.UNKNOWN);
    }

    private static String parameters(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(MethodCall::words)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** A type as process owners know it. */
    static String words(Class<?> type) {
        Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (boxed == DelegateExecution.class || boxed == Instance.class) {
            return "execution";
        }
        if (boxed == DelegateTask.class) {
            return "task";
        }
        if (CharSequence.class.isAssignableFrom(boxed)) {
            return "a text";
        }
        if (Number.class.isAssignableFrom(boxed)) {
            return "a number";
        }
        if (boxed == Boolean.class) {
            return "true or false";
        }
        if (Date.class.isAssignableFrom(boxed)) {
            return "a moment";
        }
        if (Collection.class.isAssignableFrom(boxed)) {
            return "a list";
        }
        return StringUtils.uncapitalize(boxed.getSimpleName());
    }
}
