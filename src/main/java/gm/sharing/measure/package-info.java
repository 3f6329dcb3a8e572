/** What approved assessments and signed agreements promise, followed up until it is in place. */
@NullMarked
package gm.sharing.measure;

import org.jspecify.annotations.NullMarked;
