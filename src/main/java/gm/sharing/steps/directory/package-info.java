/** What the administrators of the service answer to leads who miss an organisation. */
@NullMarked
package gm.sharing.steps.directory;

import org.jspecify.annotations.NullMarked;
