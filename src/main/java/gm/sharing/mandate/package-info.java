/** Standing mandates: named kinds of change that the IG officers of an organisation sign in the place of a signatory. */
@ApplicationModule(allowedDependencies = {"audit", "code", "deadline", "organisation", "wording"})
@NullMarked
package gm.sharing.mandate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
