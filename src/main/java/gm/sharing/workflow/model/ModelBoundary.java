package gm.sharing.workflow.model;

import gm.sharing.workflow.gate.expression.AllowedMembers;
import java.beans.FeatureDescriptor;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;

/**
 * Stops expressions where a model's business ends. Of values, of the execution and the task only what
 * {@link AllowedMembers} lists can be used, and the methods of {@link ModelBeans} can be called. Everything else that can be
 * reached from there (classes, the engine's services, Spring) is refused, at every step of an expression.
 */
final class ModelBoundary extends ELResolver {

    private final ModelBeans beans;
    private final Map<Class<?>, Set<String>> callable = new ConcurrentHashMap<>();

    ModelBoundary(ModelBeans beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        checkReading(base, property);
        return null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] types,
            Object @Nullable [] arguments) {
        if (base != null && !mayCall(base, String.valueOf(method))) {
            throw refused(base, method);
        }
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        if (base != null) {
            throw refused(base, property);
        }
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        checkReading(base, property);
        return null;
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        checkReading(base, property);
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

    private void checkReading(@Nullable Object base, @Nullable Object property) {
        if (base != null && (beans.holds(base) || !AllowedMembers.mayRead(base.getClass(), String.valueOf(property)))) {
            throw refused(base, property);
        }
    }

    private boolean mayCall(Object base, String method) {
        return beans.holds(base)
                ? callable.computeIfAbsent(AopUtils.getTargetClass(base), ModelBoundary::methods)
                        .contains(method)
                : AllowedMembers.mayStillCall(base.getClass(), method);
    }

    private static Set<String> methods(Class<?> service) {
        return AllowedMembers.callable(service).stream().map(Method::getName).collect(Collectors.toUnmodifiableSet());
    }

    private static ELException refused(Object base, @Nullable Object member) {
        return new ELException(
                "models may not use \"" + member + "\" of " + base.getClass().getSimpleName());
    }
}
