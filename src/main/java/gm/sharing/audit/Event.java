package gm.sharing.audit;

import gm.sharing.organisation.OrganisationCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of state as it is read.
 *
 * @param forWhom the organisation that it concerns, or null when it concerns everybody in the project
 */
public record Event(
        Instant at, String reference, String who, String type, String what, @Nullable OrganisationCode forWhom) {

    /** Who acted when no person did: a timer or a service of the process. */
    public static final String SYSTEM = "system";
}
