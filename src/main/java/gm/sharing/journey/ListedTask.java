package gm.sharing.journey;

import gm.sharing.organisation.OrganisationCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The open tasks of a project that are the same step, told for a list of many projects.
 *
 * @param name as the model names it
 * @param stage 1 to 7, or 0 when its model does not say
 * @param seen how many of them the person may know of; the rest of this is of these only
 * @param role whom they wait for, in words and without an organisation; null when the model does not say
 * @param perOrganisation whether each organisation has people in that role
 * @param forLead whether they wait for the project's lead
 * @param parts some of the organisations whose part they are, not more than two; empty when they are the whole project's
 * @param since when the first of them began to wait; null when none is seen
 * @param due when the first of them is due; null when none has a due date
 */
public record ListedTask(
        String name,
        int stage,
        long seen,
        @Nullable String role,
        boolean perOrganisation,
        boolean forLead,
        List<OrganisationCode> parts,
        @Nullable Instant since,
        @Nullable Instant due) {}
