/** What the law asks a public service to say of itself: accessibility, privacy, cookies. */
@ApplicationModule(allowedDependencies = {"wording"})
@NullMarked
package gm.sharing.about;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
