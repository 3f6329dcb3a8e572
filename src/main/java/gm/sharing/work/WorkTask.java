package gm.sharing.work;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open task.
 *
 * @param name as the model names it
 * @param project null when it is about an organisation
 * @param organisation whose part in the project it is, or which it is about; null when it is the whole project's
 * @param groups of those who may do it; empty when the model names a person
 * @param holder the id of whoever has taken it; null when nobody has
 * @param inPlaceOf the id of whose deputy has it; otherwise null
 * @param since when it began
 * @param due null when it has no date
 * @param pressing whether the model says that it goes before others, such as an overdue review
 * @param movable whether its organisation can be given more time
 */
public record WorkTask(
        String id,
        String name,
        @Nullable ProjectReference project,
        @Nullable OrganisationCode organisation,
        List<String> groups,
        @Nullable String holder,
        @Nullable String inPlaceOf,
        Instant since,
        @Nullable Instant due,
        boolean pressing,
        boolean movable) {}
