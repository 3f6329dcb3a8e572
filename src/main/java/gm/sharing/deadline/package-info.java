/** Days: which one was typed, and working days of England and Wales. */
@ApplicationModule(allowedDependencies = {"audit", "organisation", "wording"})
@NullMarked
package gm.sharing.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
