/** Which database it is, and the one in a file, for one machine. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package gm.sharing.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
