/** What approved assessments promise, followed up until it is in place. */
@NullMarked
package gm.sharing.measure;

import org.jspecify.annotations.NullMarked;
