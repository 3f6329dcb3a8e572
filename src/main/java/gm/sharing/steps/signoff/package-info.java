/** Sign-off: the rule, the rounds, what each partner decides, and what the Information Board decides about them. */
@NullMarked
package gm.sharing.steps.signoff;

import org.jspecify.annotations.NullMarked;
