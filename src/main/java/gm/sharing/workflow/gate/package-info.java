/** The gate: what a model, a table or a form has to be before it is deployed, checked alike at deployment, at a start and in the build. */
@NamedInterface("gate")
@NullMarked
package gm.sharing.workflow.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
