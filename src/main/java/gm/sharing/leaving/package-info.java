/** People who leave: their projects go to others, and their accounts may not act any more. */
@ApplicationModule(allowedDependencies = {"audit", "organisation", "project", "wording"})
@NullMarked
package gm.sharing.leaving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
