/** The agreement, its versions, and the document as HTML and PDF. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "code",
            "document",
            "dpia",
            "ethics",
            "organisation",
            "project",
            "question",
            "signoff",
            "wording"
        })
@NullMarked
package gm.sharing.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
