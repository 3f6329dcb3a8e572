/** Documents made of chapters, sections and answers: their content's digest, comparison, HTML and PDF. */
@NullMarked
package gm.sharing.document;

import org.jspecify.annotations.NullMarked;
