/** Whether a project needs a data protection impact assessment, and the facts that tables judge it by. */
@NullMarked
package gm.sharing.steps.screening;

import org.jspecify.annotations.NullMarked;
