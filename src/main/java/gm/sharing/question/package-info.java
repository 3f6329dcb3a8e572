/** Questions that process owners ask on forms, and what people answered: kept as asked, the earlier answers too. */
@ApplicationModule(allowedDependencies = {"audit", "document", "organisation", "project", "wording"})
@NullMarked
package gm.sharing.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
