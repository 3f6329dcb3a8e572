/** The prior consultation of the Information Commissioner. */
@NullMarked
package gm.sharing.steps.consultation;

import org.jspecify.annotations.NullMarked;
