/** What approved assessments and signed agreements promise, followed up until it is in place. */
@ApplicationModule(
        allowedDependencies = {"audit", "code", "dpia", "ethics", "organisation", "project", "signoff", "wording"})
@NullMarked
package gm.sharing.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
