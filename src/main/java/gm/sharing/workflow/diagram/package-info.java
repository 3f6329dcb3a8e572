/** Where a project stands in the models by which it runs. */
@NullMarked
package gm.sharing.workflow.diagram;

import org.jspecify.annotations.NullMarked;
