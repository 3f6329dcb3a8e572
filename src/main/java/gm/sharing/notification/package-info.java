/** What is told to whom: a persistent outbox and the email that leaves it. */
@ApplicationModule(allowedDependencies = {"database", "deadline", "organisation", "wording"})
@NullMarked
package gm.sharing.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
