/** Pages on which administrators keep what the directory says of organisations. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "code",
            "deadline",
            "invitation",
            "onboarding",
            "organisation",
            "project",
            "wording"
        })
@NullMarked
package gm.sharing.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
