/** Texts that lawyers own: files that are shipped with the program and that an owner can replace. */
@NullMarked
package gm.sharing.wording;

import org.jspecify.annotations.NullMarked;
