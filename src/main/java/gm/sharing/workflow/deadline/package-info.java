/** Moves what is due, and the timers, when a bank holiday is proclaimed. */
@NullMarked
package gm.sharing.workflow.deadline;

import org.jspecify.annotations.NullMarked;
