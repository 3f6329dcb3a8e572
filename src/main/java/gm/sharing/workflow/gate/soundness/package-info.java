/** Soundness of models: a search over the tokens of each process for steps that wait for ever, happen twice or never. */
@NullMarked
package gm.sharing.workflow.gate.soundness;

import org.jspecify.annotations.NullMarked;
