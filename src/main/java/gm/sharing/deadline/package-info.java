/** Working days of England and Wales. */
@NullMarked
package gm.sharing.deadline;

import org.jspecify.annotations.NullMarked;
