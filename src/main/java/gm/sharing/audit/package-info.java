/** Event rows: who did what, when, and for whom. */
@NullMarked
package gm.sharing.audit;

import org.jspecify.annotations.NullMarked;
