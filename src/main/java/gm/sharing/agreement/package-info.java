/** The agreement, its versions, and the document as HTML and PDF. */
@NullMarked
package gm.sharing.agreement;

import org.jspecify.annotations.NullMarked;
