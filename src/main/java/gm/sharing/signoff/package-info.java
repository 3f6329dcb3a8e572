/** Rounds of sign-off: what each partner decided about a version of the agreement, and when. */
@NullMarked
package gm.sharing.signoff;

import org.jspecify.annotations.NullMarked;
