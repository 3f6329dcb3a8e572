/** What people see of a project's journey: progress, record and documents. */
@ApplicationModule(
        allowedDependencies = {
            "absence",
            "agreement",
            "audit",
            "code",
            "consultation",
            "deadline",
            "document",
            "dpia",
            "leaving",
            "measure",
            "notification",
            "organisation",
            "project",
            "question",
            "signoff",
            "standing",
            "wording",
            "work"
        })
@NullMarked
package gm.sharing.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
