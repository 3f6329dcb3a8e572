/** What an organisation still has to say and do before it can take part, and the terms that it accepts. */
@ApplicationModule(allowedDependencies = {"audit", "code", "document", "organisation", "wording"})
@NullMarked
package gm.sharing.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
