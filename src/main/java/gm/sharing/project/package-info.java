/** The sharing project: vision, needs, partners, flows and lawful bases; the aggregate the rest refers to by reference. */
@ApplicationModule(allowedDependencies = {"audit", "code", "document", "organisation", "wording"})
@NullMarked
package gm.sharing.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
