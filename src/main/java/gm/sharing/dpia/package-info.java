/** Screening and the data protection impact assessment with its risks and advice. */
@ApplicationModule(
        allowedDependencies = {"audit", "code", "document", "organisation", "project", "question", "wording"})
@NullMarked
package gm.sharing.dpia;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
