package gm.sharing.journey;

import org.jspecify.annotations.Nullable;

/**
 * A project in a list.
 *
 * @param stage which of the seven stages are under way and which comes next, in words; null when none is or the person may not know
 * @param waits for whom it waits first; null when nothing is open that the person may know of
 * @param soFar how many partners have signed, in words; null unless they are asked and the person may know
 */
record ProjectLine(
        String reference,
        String title,
        String ledBy,
        String status,
        @Nullable String stage,
        @Nullable WaitsFor waits,
        @Nullable String soFar,
        boolean urgent) {}
