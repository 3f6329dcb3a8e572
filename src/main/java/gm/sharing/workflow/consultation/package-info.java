/** How the model prior-consultation and its forms meet the record of prior consultations. */
@NullMarked
package gm.sharing.workflow.consultation;

import org.jspecify.annotations.NullMarked;
