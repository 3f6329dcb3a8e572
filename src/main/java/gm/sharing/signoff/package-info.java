/** Rounds of sign-off: what each partner decided about a version of the agreement, and when. */
@ApplicationModule(
        allowedDependencies = {
            "absence",
            "audit",
            "code",
            "deadline",
            "document",
            "dpia",
            "organisation",
            "project",
            "wording"
        })
@NullMarked
package gm.sharing.signoff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
