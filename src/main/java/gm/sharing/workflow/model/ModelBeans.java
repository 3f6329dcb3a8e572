package gm.sharing.workflow.model;

import gm.sharing.deadline.WorkingDays;
import java.util.AbstractMap;
import java.util.Set;
import java.util.TreeSet;
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
class ModelBeans extends AbstractMap<Object, Object> {

    private static final String WORKING_DAYS = "workingDays";

    private final ListableBeanFactory context;

    private volatile @Nullable Set<String> names;

    ModelBeans(ListableBeanFactory context) {
        this.context = context;
    }

    /** The names that models may use, in alphabetical order. */
    Set<String> names() {
        Set<String> known = names;
        if (known == null) {
            known = new TreeSet<>(Set.of(context.getBeanNamesForAnnotation(ModelBean.class)));
            known.add(WORKING_DAYS);
            names = known;
        }
        return known;
    }

    /** Whether models may call this object because they may name it. */
    boolean holds(Object bean) {
        return bean instanceof WorkingDays
                || AnnotatedElementUtils.hasAnnotation(AopUtils.getTargetClass(bean), ModelBean.class);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String && names().contains(name);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return name instanceof String bean && names().contains(bean) ? context.getBean(bean) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return names().stream().map(name -> entry(name)).collect(Collectors.toUnmodifiableSet());
    }

    /** By identity: Spring asks while it makes the engine, and most of the beans cannot be made before it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    private Entry<Object, Object> entry(String name) {
        return new SimpleImmutableEntry<>(name, context.getBean(name));
    }
}
