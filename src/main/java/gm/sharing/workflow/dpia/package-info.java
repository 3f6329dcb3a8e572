/** The model dpia: its forms and services. */
@NullMarked
package gm.sharing.workflow.dpia;

import org.jspecify.annotations.NullMarked;
