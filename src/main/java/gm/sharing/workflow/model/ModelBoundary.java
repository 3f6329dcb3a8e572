package gm.sharing.workflow.model;

import java.beans.FeatureDescriptor;
import java.lang.reflect.Method;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.util.StringUtils;

/**
 * Stops expressions where a model's business ends. Values can be read, the beans of {@link ModelBeans} can be called, of
 * the execution and the task only what says where the process stands and what its variables hold. Everything else
 * that can be reached from there (classes, the engine's services, Spring) is refused, at every step of an expression.
 */
final class ModelBoundary extends ELResolver {

    private static final Set<String> CLASS = Set.of("class", "getClass", "getDeclaringClass", "declaringClass");

    /** Reads Json into any class that the text names. */
    private static final String MAP_TO = "mapTo";

    private static final Set<String> OF_EXECUTION_AND_TASK = Set.of(
            "activityInstanceId",
            "assignee",
            "businessKey",
            "candidates",
            "createTime",
            "currentActivityId",
            "currentActivityName",
            "currentTransitionId",
            "description",
            "dueDate",
            "eventName",
            "execution",
            "executionId",
            "followUpDate",
            "hasVariable",
            "hasVariableLocal",
            "id",
            "name",
            "owner",
            "priority",
            "processBusinessKey",
            "processDefinitionId",
            "processInstanceId",
            "setVariable",
            "setVariableLocal",
            "taskDefinitionKey",
            "tenantId",
            "variable",
            "variableLocal",
            "variables",
            "variablesLocal");

    private static final List<Class<?>> VALUES = List.of(
            CharSequence.class,
            Number.class,
            Boolean.class,
            Character.class,
            Date.class,
            Calendar.class,
            TemporalAccessor.class,
            Enum.class,
            Collection.class,
            Map.class,
            Optional.class,
            UUID.class,
            Record.class);

    private static final List<String> PACKAGES_OF_VALUES = List.of(
            "java.time.",
            "org.joda.time.",
            "org.camunda.spin.",
            "org.camunda.bpm.dmn.engine.",
            "org.camunda.bpm.engine.variable.");

    private final ModelBeans beans;

    ModelBoundary(ModelBeans beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        check(base, property);
        return null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] types,
            Object @Nullable [] arguments) {
        check(base, method);
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        check(base, property);
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        check(base, property);
        return null;
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        check(base, property);
        return false;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return null;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return null;
    }

    private void check(@Nullable Object base, @Nullable Object member) {
        if (base != null && !allowed(base, String.valueOf(member))) {
            throw new ELException("models may not use \"" + member + "\" of "
                    + base.getClass().getSimpleName());
        }
    }

    private boolean allowed(Object base, String member) {
        if (CLASS.contains(member)) {
            return false;
        }
        if (base instanceof VariableScope) {
            return OF_EXECUTION_AND_TASK.contains(property(member));
        }
        if (beans.holds(base)) {
            return isOwn(AopUtils.getTargetClass(base), member);
        }
        return isValue(base) && !MAP_TO.equals(member);
    }

    /** Leaves out what a proxy or {@link Object} adds. */
    private static boolean isOwn(Class<?> type, String member) {
        String capitalised = StringUtils.capitalize(member);
        Set<String> names = Set.of(member, "get" + capitalised, "is" + capitalised);
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .map(Method::getName)
                .anyMatch(names::contains);
    }

    private static boolean isValue(Object base) {
        Class<?> type = base.getClass();
        return type.isArray()
                || VALUES.stream().anyMatch(value -> value.isInstance(base))
                || PACKAGES_OF_VALUES.stream().anyMatch(type.getName()::startsWith);
    }

    private static String property(String member) {
        return member.startsWith("get") ? StringUtils.uncapitalize(member.substring("get".length())) : member;
    }
}
