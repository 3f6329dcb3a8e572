/** Who is away and who is their deputy meanwhile. */
@NullMarked
package gm.sharing.absence;

import org.jspecify.annotations.NullMarked;
