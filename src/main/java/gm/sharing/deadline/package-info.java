/** Days: which one was typed, and working days of England and Wales. */
@NullMarked
package gm.sharing.deadline;

import org.jspecify.annotations.NullMarked;
