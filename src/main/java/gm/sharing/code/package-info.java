/** Codes that rules read, with the words that people read for them: one table for each list, owned by the process owner. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package gm.sharing.code;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
