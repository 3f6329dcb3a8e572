/** What the steps of the journey do, by stage: what their forms show and take, and what the program does between them. */
@ApplicationModule(
        allowedDependencies = {
            "agreement",
            "code",
            "consultation",
            "deadline",
            "directory",
            "document",
            "dpia",
            "ethics",
            "handbook",
            "mandate",
            "measure",
            "onboarding",
            "organisation",
            "project",
            "question",
            "signoff",
            "standing",
            "wording",
            "workflow :: deadline",
            "workflow :: expression",
            "workflow :: form",
            "workflow :: gate",
            "workflow :: instance",
            "workflow :: model",
            "workflow :: step",
            "workflow :: table"
        })
@NullMarked
package gm.sharing.steps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
