/** The model partner-sign-off: its forms and services. */
@NullMarked
package gm.sharing.workflow.partnersignoff;

import org.jspecify.annotations.NullMarked;
