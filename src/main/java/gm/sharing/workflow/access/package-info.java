/** Who may do what in the engine: people, groups, grants and Tasklist's filters. */
@NullMarked
package gm.sharing.workflow.access;

import org.jspecify.annotations.NullMarked;
