/** The ethics panel's advice on a project and the record of the algorithmic tool that it uses. */
@ApplicationModule(
        allowedDependencies = {"audit", "code", "document", "dpia", "organisation", "project", "question", "wording"})
@NullMarked
package gm.sharing.ethics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
