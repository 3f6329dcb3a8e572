package gm.sharing.workflow.model;

import gm.sharing.deadline.WorkingDays;
import gm.sharing.workflow.gate.ModelServices;
import gm.sharing.workflow.step.ServiceStep;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;

/**
 * The beans that models may name, looked up when a model first names them: the engine is built before most of them.
 * Beyond those annotated with {@link ModelBean} it is {@code workingDays}, which belongs to a module that does not know
 * models.
 */
@Component
class ModelBeans implements ModelServices {

    private static final String WORKING_DAYS = "workingDays";

    private final ListableBeanFactory context;

    private final Map<String, Set<String>> processes = new ConcurrentHashMap<>();

    private volatile @Nullable Set<String> names;

    ModelBeans(ListableBeanFactory context) {
        this.context = context;
    }

    /** The names that models may use, in alphabetical order. */
    @Override
    public Set<String> names() {
        Set<String> known = names;
        if (known == null) {
            known = new TreeSet<>(Set.of(context.getBeanNamesForAnnotation(ModelBean.class)));
            known.add(WORKING_DAYS);
            names = known;
        }
        return known;
    }

    @Override
    public Class<?> type(String name) {
        return AopUtils.getTargetClass(context.getBean(name));
    }

    @Override
    public Set<String> processes(String name) {
        return processes.computeIfAbsent(name, known -> {
            ModelBean bean = AnnotatedElementUtils.findMergedAnnotation(type(known), ModelBean.class);
            return bean == null ? Set.of() : Set.of(bean.in());
        });
    }

    /** Whether models may call this object because they may name it. */
    boolean holds(Object bean) {
        return bean instanceof WorkingDays
                || AnnotatedElementUtils.hasAnnotation(AopUtils.getTargetClass(bean), ModelBean.class);
    }

    /** The bean as the engine takes it. */
    private Object forEngine(String name) {
        Object bean = context.getBean(name);
        return bean instanceof ServiceStep step ? new EngineStep(step) : bean;
    }

    /** The beans by name, for the engine. */
    Map<Object, Object> byName() {
        return new AbstractMap<>() {
            @Override
            public boolean containsKey(@Nullable Object name) {
                return name instanceof String && names().contains(name);
            }

            @Override
            public @Nullable Object get(@Nullable Object name) {
                return name instanceof String bean && names().contains(bean) ? forEngine(bean) : null;
            }

            @Override
            public Set<Entry<Object, Object>> entrySet() {
                return names().stream()
                        .map(name -> new SimpleImmutableEntry<Object, Object>(name, forEngine(name)))
                        .collect(Collectors.toUnmodifiableSet());
            }
        };
    }
}
