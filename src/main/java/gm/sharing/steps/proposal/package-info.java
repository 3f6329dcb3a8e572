/** A project is described: its start, needs, partners, flows and arrangements. */
@NullMarked
package gm.sharing.steps.proposal;

import org.jspecify.annotations.NullMarked;
