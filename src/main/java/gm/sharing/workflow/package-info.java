/** The engine: the only module that knows Camunda. */
@NullMarked
package gm.sharing.workflow;

import org.jspecify.annotations.NullMarked;
