/** The open tasks as people outside Tasklist see them. */
@NullMarked
package gm.sharing.workflow.task;

import org.jspecify.annotations.NullMarked;
