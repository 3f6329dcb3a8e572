/** What steps speak to the engine in: no word of it is the engine's. */
@NamedInterface("step")
@NullMarked
package gm.sharing.workflow.step;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
