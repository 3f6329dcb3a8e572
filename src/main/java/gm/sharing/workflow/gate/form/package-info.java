/** What forms work out in people's browsers: conditions, texts, options and rows. */
@NullMarked
package gm.sharing.workflow.gate.form;

import org.jspecify.annotations.NullMarked;
