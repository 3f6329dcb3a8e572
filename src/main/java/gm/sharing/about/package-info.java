/** What the law asks a public service to say of itself: accessibility, privacy, cookies. */
@NullMarked
package gm.sharing.about;

import org.jspecify.annotations.NullMarked;
