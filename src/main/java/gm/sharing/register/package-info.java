/** The public register of agreements in force. */
@ApplicationModule(
        allowedDependencies = {"agreement", "code", "document", "ethics", "organisation", "project", "wording"})
@NullMarked
package gm.sharing.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
