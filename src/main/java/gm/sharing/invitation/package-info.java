/** People are invited to choose a password for the account that an administrator added. */
@ApplicationModule(allowedDependencies = {"audit", "notification", "organisation", "security", "wording"})
@NullMarked
package gm.sharing.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
