/** Sign-in and the web rules. */
@ApplicationModule(allowedDependencies = {"audit", "organisation"})
@NullMarked
package gm.sharing.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
