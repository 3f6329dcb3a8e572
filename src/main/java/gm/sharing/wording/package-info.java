/** Texts that lawyers own: files that are shipped with the program and that an owner can replace. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package gm.sharing.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
