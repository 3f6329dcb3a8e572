/** The models themselves: deployment that respects their owners, and what they may call. */
@NamedInterface("model")
@NullMarked
package gm.sharing.workflow.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
