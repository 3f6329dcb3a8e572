/** Event rows: who did what, when, and for whom. */
@ApplicationModule(allowedDependencies = {"organisation"})
@NullMarked
package gm.sharing.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
