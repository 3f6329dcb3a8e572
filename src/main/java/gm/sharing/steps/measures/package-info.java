/** What was promised with a signature or an assessment, until it is in place. */
@NullMarked
package gm.sharing.steps.measures;

import org.jspecify.annotations.NullMarked;
