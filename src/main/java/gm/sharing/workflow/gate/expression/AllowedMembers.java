package gm.sharing.workflow.gate.expression;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.joda.time.DateTime;
import org.springframework.util.StringUtils;

/**
 * What an expression may read and call, by the type of what it is read from. Each of these takes no longer than its values
 * are long and makes nothing longer than they are. None fails for any value of its kind.
 */
public final class AllowedMembers {

    /** Functions that expressions of models may call, none of which takes anything. */
    static final Map<String, Class<?>> FUNCTIONS = Map.of("now", Date.class, "dateTime", DateTime.class);

    /** Functions of the filters of task lists: what runs as a job has no user. */
    private static final Set<String> FUNCTIONS_OF_FILTERS = Set.of("currentUser", "currentUserGroups");

    /** What says where the process stands. */
    private static final Set<String> OF_SCOPES = Set.of(
            "activityInstanceId",
            "assignee",
            "businessKey",
            "createTime",
            "currentActivityId",
            "currentActivityName",
            "description",
            "dueDate",
            "eventName",
            "execution",
            "executionId",
            "followUpDate",
            "id",
            "name",
            "owner",
            "priority",
            "processBusinessKey",
            "processDefinitionId",
            "processInstanceId",
            "taskDefinitionKey");

    /** By name of a variable. */
    static final Set<String> OF_VARIABLES =
            Set.of("hasVariable", "hasVariableLocal", "getVariable", "getVariableLocal");

    private static final Set<String> OF_RESULTS = Set.of(
            "collectEntries",
            "containsKey",
            "get",
            "getEntry",
            "getFirstEntry",
            "getFirstResult",
            "getSingleEntry",
            "getSingleResult",
            "isEmpty",
            "size");

    /** Fail for some values, so models may not call them any more; those in force do. */
    private static final Set<String> FORMERLY_OF_TEXTS = Set.of("substring");

    /** The first type that fits counts. */
    private static final Map<Class<?>, Set<String>> OF_VALUES = ofValues();

    private AllowedMembers() {}

    private static Map<Class<?>, Set<String>> ofValues() {
        Map<Class<?>, Set<String>> members = new LinkedHashMap<>();
        members.put(
                CharSequence.class,
                Set.of(
                        "contains",
                        "endsWith",
                        "equals",
                        "equalsIgnoreCase",
                        "indexOf",
                        "isBlank",
                        "isEmpty",
                        "length",
                        "startsWith",
                        "strip",
                        "toLowerCase",
                        "toUpperCase",
                        "trim"));
        members.put(Number.class, Set.of("compareTo", "doubleValue", "equals", "intValue", "longValue"));
        members.put(Boolean.class, Set.of("booleanValue", "equals"));
        members.put(Date.class, Set.of("after", "before", "compareTo", "equals", "getTime"));
        members.put(
                DateTime.class,
                Set.of(
                        "isAfter",
                        "isBefore",
                        "minusDays",
                        "minusHours",
                        "minusMonths",
                        "minusWeeks",
                        "minusYears",
                        "plusDays",
                        "plusHours",
                        "plusMonths",
                        "plusWeeks",
                        "plusYears",
                        "toDate"));
        members.put(DmnDecisionResult.class, OF_RESULTS);
        members.put(DmnDecisionResultEntries.class, OF_RESULTS);
        members.put(DmnDecisionTableResult.class, OF_RESULTS);
        members.put(DmnDecisionRuleResult.class, OF_RESULTS);
        members.put(List.class, Set.of("contains", "get", "indexOf", "isEmpty", "size"));
        members.put(Collection.class, Set.of("contains", "isEmpty", "size"));
        members.put(Map.class, Set.of("containsKey", "get", "isEmpty", "size"));
        return members;
    }

    /** Whether an expression may call the function, wherever it stands. */
    public static boolean mayCallFunction(String name) {
        return FUNCTIONS.containsKey(name) || FUNCTIONS_OF_FILTERS.contains(name);
    }

    /** Whether an expression may read this property of something that is no service. */
    public static boolean mayRead(Class<?> type, String property) {
        if (VariableScope.class.isAssignableFrom(type)) {
            return OF_SCOPES.contains(property);
        }
        return Map.class.isAssignableFrom(type)
                || ((List.class.isAssignableFrom(type) || type.isArray()) && isIndex(property))
                || methods(type).contains("get" + StringUtils.capitalize(property));
    }

    /** Whether an expression may call this method of something that is no service. */
    public static boolean mayCall(Class<?> type, String method) {
        if (VariableScope.class.isAssignableFrom(type)) {
            return OF_VARIABLES.contains(method)
                    || (method.startsWith("get")
                            && OF_SCOPES.contains(StringUtils.uncapitalize(method.substring("get".length()))));
        }
        return methods(type).contains(method);
    }

    /** Whether an expression that is evaluated may call it: also one of a model that passed when more was allowed. */
    public static boolean mayStillCall(Class<?> type, String method) {
        return mayCall(type, method)
                || (CharSequence.class.isAssignableFrom(type) && FORMERLY_OF_TEXTS.contains(method));
    }

    /**
     * The methods of a service that expressions may call: those that it declares for them. What it does as a delegate is
     * for the engine to call.
     */
    public static List<Method> callable(Class<?> service) {
        if (!Modifier.isPublic(service.getModifiers())) {
            return List.of();
        }
        return Arrays.stream(service.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> Arrays.stream(service.getInterfaces())
                        .flatMap(type -> Arrays.stream(type.getMethods()))
                        .noneMatch(inherited -> inherited.getName().equals(method.getName())))
                .toList();
    }

    /** All names of what may be read of a type and called, for a message. */
    static Set<String> names(Class<?> type) {
        return type == DelegateExecution.class || type == DelegateTask.class
                ? Stream.concat(OF_VARIABLES.stream(), OF_SCOPES.stream().filter(name -> hasGetter(type, name)))
                        .collect(Collectors.toCollection(TreeSet::new))
                : new TreeSet<>(methods(type));
    }

    static boolean hasGetter(Class<?> type, String property) {
        String getter = "get" + StringUtils.capitalize(property);
        return Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getName().equals(getter));
    }

    private static Set<String> methods(Class<?> type) {
        return OF_VALUES.entrySet().stream()
                .filter(entry -> entry.getKey().isAssignableFrom(type))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Set.of());
    }

    private static boolean isIndex(String property) {
        return !property.isEmpty() && property.length() < 6 && property.chars().allMatch(Character::isDigit);
    }
}
