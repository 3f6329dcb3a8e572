/** Who is away and who is their deputy meanwhile. */
@ApplicationModule(allowedDependencies = {"audit", "deadline", "notification", "organisation", "wording"})
@NullMarked
package gm.sharing.absence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
