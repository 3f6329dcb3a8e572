/** The model measure-follow-up: its form, and how it is started and ended. */
@NullMarked
package gm.sharing.workflow.measure;

import org.jspecify.annotations.NullMarked;
