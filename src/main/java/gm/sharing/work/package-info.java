/** What everybody has to do, and whom they wait for, over all projects. */
@ApplicationModule(allowedDependencies = {"absence", "deadline", "document", "organisation", "project", "wording"})
@NullMarked
package gm.sharing.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
