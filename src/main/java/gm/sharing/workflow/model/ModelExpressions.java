package gm.sharing.workflow.model;

import gm.sharing.workflow.gate.expression.AllowedMembers;
import gm.sharing.workflow.gate.expression.ExpressionSyntax;
import java.lang.reflect.Method;
import java.util.Set;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.impl.juel.Cache;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.TreeStore;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the expressions of models: variables, {@link ModelBeans} and values, within {@link ModelBoundary} and within the
 * limits of {@link ExpressionSyntax}, whoever had them evaluated.
 */
final class ModelExpressions extends JuelExpressionManager {

    /** A text that is made of variables, each as long as an answer may be, is no longer than this. */
    static final int LONGEST_VALUE = 200_000;

    private static final int REMEMBERED = 1_000;

    private final ModelBeans allowed;

    ModelExpressions(ModelBeans allowed) {
        super(allowed.byName());
        this.allowed = allowed;
        setExpressionFactory(new ExpressionFactoryImpl(new TreeStore(new ExpressionSyntax(), new Cache(REMEMBERED))));
    }

    @Override
    public Expression createExpression(String text) {
        return new Measured(createValueExpression(text), this, text);
    }

    @Override
    protected FunctionMapper createFunctionMapper() {
        FunctionMapper engines = super.createFunctionMapper();
        return new FunctionMapper() {
            @Override
            public @Nullable Method resolveFunction(String prefix, String name) {
                return AllowedMembers.mayCallFunction(name) ? engines.resolveFunction(prefix, name) : null;
            }
        };
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
        resolvers.add(new ServiceCalls(allowed));
        return resolvers;
    }

    /** Texts that are put together again and again would grow without end. */
    private static final class Measured extends JuelExpression {

        private final String text;

        Measured(ValueExpression expression, ModelExpressions expressions, String text) {
            super(expression, expressions, text);
            this.text = text;
        }

        @Override
        public @Nullable Object getValue(VariableScope scope, @Nullable BaseDelegateExecution execution) {
            Object value = super.getValue(scope, execution);
            if (value instanceof CharSequence made && made.length() > LONGEST_VALUE) {
                throw new ELException(
                        "the text that \"%.100s\" makes has more than %d characters".formatted(text, LONGEST_VALUE));
            }
            return value;
        }
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
            if (base == null) {
                refuseElsewhere(context, String.valueOf(property));
            }
            return super.getValue(context, base, property);
        }

        /** What changes the record works for the models that it was made for, not for one that borrows a step of them. */
        private void refuseElsewhere(ELContext context, String bean) {
            Set<String> processes = allowed.processes(bean);
            if (processes.isEmpty()) {
                return;
            }
            String process = process((VariableScope) context.getContext(VariableScope.class));
            if (process != null && !processes.contains(process)) {
                throw new ELException(
                        "\"%s\" works in %s only, not in %s".formatted(bean, String.join(", ", processes), process));
            }
        }

        private static @Nullable String process(@Nullable VariableScope scope) {
            if (scope instanceof ExecutionEntity execution) {
                return execution.getProcessDefinition().getKey();
            }
            return scope instanceof TaskEntity task && task.getExecution() != null
                    ? task.getExecution().getProcessDefinition().getKey()
                    : null;
        }
    }
}
