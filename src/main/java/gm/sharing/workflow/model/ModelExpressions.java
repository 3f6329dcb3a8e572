package gm.sharing.workflow.model;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.jspecify.annotations.Nullable;

/** Evaluates the expressions of models: variables, {@link ModelBeans} and values, within {@link ModelBoundary}. */
final class ModelExpressions extends JuelExpressionManager {

    private final ModelBeans allowed;

    ModelExpressions(ModelBeans allowed) {
        super(allowed.byName());
        this.allowed = allowed;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolvers = new CompositeELResolver();
        resolvers.add(new ModelBoundary(allowed));
        resolvers.add(new VariableScopeElResolver());
        resolvers.add(new VariableContextElResolver());
        resolvers.add(new NamesOfBeans(allowed));
        resolvers.add(new ArrayELResolver());
        resolvers.add(new ListELResolver());
        resolvers.add(new MapELResolver());
        resolvers.add(new BeanELResolver());
        return resolvers;
    }

    /** Comes after the variables, so a name that is no bean either is unknown. */
    private static final class NamesOfBeans extends ReadOnlyMapELResolver {

        private final ModelBeans allowed;

        NamesOfBeans(ModelBeans allowed) {
            super(allowed.byName());
            this.allowed = allowed;
        }

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
            if (base == null && !allowed.names().contains(String.valueOf(property))) {
                throw new PropertyNotFoundException("\"" + property
                        + "\" is neither a variable of the process nor one of the services that models may use ("
                        + String.join(", ", allowed.names()) + ")");
            }
            return super.getValue(context, base, property);
        }
    }
}
