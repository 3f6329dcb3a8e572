/** Standing conditions: what an organisation always asks of an agreement, what its table said of one, and what reviewers were shown of it. */
@ApplicationModule(allowedDependencies = {"audit", "code", "organisation", "project", "wording"})
@NullMarked
package gm.sharing.standing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
