/** Sharing Journeys: one application, a package for each feature, the workflow engine behind {@code workflow}. */
@NullMarked
package gm.sharing;

import org.jspecify.annotations.NullMarked;
