/** What people see of a project's journey: progress, record and documents. */
@NullMarked
package gm.sharing.journey;

import org.jspecify.annotations.NullMarked;
