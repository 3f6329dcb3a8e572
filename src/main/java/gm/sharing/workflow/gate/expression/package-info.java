/** What expressions of models may say: names that exist, of what is there when the engine evaluates them, within limits. */
@NullMarked
package gm.sharing.workflow.gate.expression;

import org.jspecify.annotations.NullMarked;
