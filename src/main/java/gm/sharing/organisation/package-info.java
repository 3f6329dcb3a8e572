/** Directory of the organisations of Greater Manchester, their assurance and their people. */
@ApplicationModule(allowedDependencies = {"code", "wording"})
@NullMarked
package gm.sharing.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
