/** The engine: the only module that knows Camunda. */
@ApplicationModule(
        allowedDependencies = {
            "absence",
            "agreement",
            "audit",
            "code",
            "consultation",
            "deadline",
            "directory",
            "document",
            "dpia",
            "ethics",
            "fault",
            "handbook",
            "insight",
            "journey",
            "leaving",
            "mandate",
            "measure",
            "notification",
            "onboarding",
            "organisation",
            "project",
            "question",
            "security",
            "signoff",
            "wording",
            "work"
        })
@NullMarked
package gm.sharing.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
