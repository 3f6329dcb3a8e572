/** Prior consultation with the Information Commissioner about risks that stay high (UK GDPR Article 36). */
@ApplicationModule(
        allowedDependencies = {"audit", "code", "document", "dpia", "organisation", "project", "question", "wording"})
@NullMarked
package gm.sharing.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
