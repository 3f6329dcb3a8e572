package gm.sharing.workflow.model;

import gm.sharing.workflow.gate.expression.AllowedMembers;
import gm.sharing.workflow.step.Instance;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;

/** Calls services from expressions: what a model writes as {@code execution} comes to them as an {@link Instance}. */
final class ServiceCalls extends BeanELResolver {

    private final ModelBeans beans;
    private final Map<Class<?>, Set<String>> ofInstances = new ConcurrentHashMap<>();

    ServiceCalls(ModelBeans beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] types,
            Object @Nullable [] arguments) {
        if (base != null
                && arguments != null
                && arguments.length > 0
                && arguments[0] instanceof DelegateExecution execution
                && beans.holds(base)
                && takesInstance(base, String.valueOf(method))) {
            Object[] ours = arguments.clone();
            ours[0] = new EngineInstance(execution);
            return super.invoke(context, base, method, types, ours);
        }
        return super.invoke(context, base, method, types, arguments);
    }

    private boolean takesInstance(Object service, String method) {
        return ofInstances
                .computeIfAbsent(AopUtils.getTargetClass(service), ServiceCalls::methods)
                .contains(method);
    }

    private static Set<String> methods(Class<?> service) {
        return AllowedMembers.callable(service).stream()
                .filter(method -> method.getParameterCount() > 0 && method.getParameterTypes()[0] == Instance.class)
                .map(Method::getName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
