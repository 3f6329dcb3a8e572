/** Finds in the engine what stops journeys, and says it in words that people can act on. */
@NullMarked
package gm.sharing.workflow.fault;

import org.jspecify.annotations.NullMarked;
