package gm.sharing.workflow.gate.expression;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a variable comes from.
 *
 * @param by the element that sets it
 * @param within where it can be used; null for everywhere
 */
record VariableSource(ModelElement by, @Nullable ModelElement within, Supplier<Kind> kind) {}
