/** Moves what is due, and the timers, when a bank holiday is proclaimed. */
@NamedInterface("deadline")
@NullMarked
package gm.sharing.workflow.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
