package gm.sharing.audit;

import gm.sharing.organisation.HeldRole;
import gm.sharing.organisation.OrganisationCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of state as it is read.
 *
 * @param whoName the name of whoever acted, as it was then; null when nobody did or it was not kept yet
 * @param whoRoles the roles that they held then; none like the name
 * @param forWhom the organisation that it concerns, or null when it concerns everybody in the project
 */
public record Event(
        Instant at,
        String reference,
        String who,
        @Nullable String whoName,
        List<HeldRole> whoRoles,
        String type,
        String what,
        @Nullable OrganisationCode forWhom) {

    /** Who acted when no person did: a timer or a service of the process. */
    public static final String SYSTEM = "system";
}
