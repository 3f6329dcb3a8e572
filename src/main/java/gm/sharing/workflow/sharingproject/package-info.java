/** The model sharing-project: its forms and services. */
@NullMarked
package gm.sharing.workflow.sharingproject;

import org.jspecify.annotations.NullMarked;
