/**
 * How long journeys take, where they wait and how they end, for the Information Board and those who own the models. It reads
 * the tables of the record and writes nothing: the engine forgets what is older than ten years, the record does not.
 */
@ApplicationModule(
        allowedDependencies = {
            "agreement",
            "audit",
            "code",
            "database",
            "deadline",
            "measure",
            "organisation",
            "project",
            "signoff",
            "wording"
        })
@NullMarked
package gm.sharing.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
