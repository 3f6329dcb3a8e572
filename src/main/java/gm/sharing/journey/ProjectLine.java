package gm.sharing.journey;

import org.jspecify.annotations.Nullable;

/**
 * A project in a list.
 *
 * @param stage which of the seven stages are under way, in words; null when none is or the person may not know
 * @param soFar how many partners have signed, in words; null unless they are asked and the person may know
 */
record ProjectLine(
        String reference,
        String title,
        String ledBy,
        String status,
        @Nullable String stage,
        @Nullable String soFar,
        boolean urgent) {}
