/** Faults: what people are told when something went wrong, who mends it and is told of it, and the page that lists what is open. */
@ApplicationModule(allowedDependencies = {"notification", "organisation"})
@NullMarked
package gm.sharing.fault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
