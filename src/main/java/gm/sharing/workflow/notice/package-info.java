/** Notices that models send: their wording and their recipients are written in the model. */
@NullMarked
package gm.sharing.workflow.notice;

import org.jspecify.annotations.NullMarked;
