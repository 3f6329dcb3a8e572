package gm.sharing.work;

import gm.sharing.SoughtWords;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks of a list are looked for; null stands for any.
 *
 * @param words of the task's name, or of the project's title or reference
 * @param organisation whose part it is, or which leads the project unless only those of its own projects are listed
 * @param role that may do it
 * @param stage 1 to 7, to which the model says that it belongs
 * @param dueFrom the earliest date
 * @param dueBefore a date after the latest
 * @param taken whether somebody has it
 */
public record WorkQuery(
        SoughtWords words,
        @Nullable OrganisationCode organisation,
        @Nullable Role role,
        @Nullable Integer stage,
        @Nullable Instant dueFrom,
        @Nullable Instant dueBefore,
        @Nullable Boolean taken,
        WorkOrder order) {}
