/** What expressions of models may say: names that exist, of what is there when the engine evaluates them, within limits. */
@NamedInterface("expression")
@NullMarked
package gm.sharing.workflow.gate.expression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
