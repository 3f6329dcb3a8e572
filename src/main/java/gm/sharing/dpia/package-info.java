/** Screening and the data protection impact assessment with its risks and advice. */
@NullMarked
package gm.sharing.dpia;

import org.jspecify.annotations.NullMarked;
