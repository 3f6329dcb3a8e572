package gm.sharing.measure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an approved assessment says will be done: the measure against a risk, or the improvement of a section.
 *
 * @param risk the number of the risk, or null
 * @param section the code of the section, or null
 * @param what will be done
 * @param owner who sees to it: see {@link gm.sharing.project.Owners}
 * @param ownerName as people know them
 * @param due by when; null when it is in place already
 */
record Promise(
        @Nullable Integer risk,
        @Nullable String section,
        String what,
        String owner,
        String ownerName,
        @Nullable LocalDate due) {}
