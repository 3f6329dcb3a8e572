/** The data protection impact assessment: its sections, risks, advice and decision; the ethics panel beside it. */
@NullMarked
package gm.sharing.steps.dpia;

import org.jspecify.annotations.NullMarked;
