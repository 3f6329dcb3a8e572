/** What everybody can read up: the steps, who does them and by when, as the models say it that are deployed now. */
@ApplicationModule(allowedDependencies = {"journey", "organisation", "project", "wording"})
@NullMarked
package gm.sharing.handbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
