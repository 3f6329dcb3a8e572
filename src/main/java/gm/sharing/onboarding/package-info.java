/** What an organisation still has to say and do before it can take part. */
@ApplicationModule(allowedDependencies = {"code", "organisation", "wording"})
@NullMarked
package gm.sharing.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
