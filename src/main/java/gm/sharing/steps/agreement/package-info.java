/** The agreement: its draft, its check, its revision and its publication. */
@NullMarked
package gm.sharing.steps.agreement;

import org.jspecify.annotations.NullMarked;
