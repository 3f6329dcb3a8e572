/** Sign-in and the web rules. */
@ApplicationModule(allowedDependencies = {"audit", "database", "deadline", "organisation", "wording"})
@NullMarked
package gm.sharing.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
