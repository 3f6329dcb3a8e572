/** Days: which one was typed, and working days of England and Wales. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package gm.sharing.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
