package gm.sharing.journey;

import gm.sharing.organisation.OrganisationCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person.
 *
 * @param name as the model names it, for example "Review agreement"
 * @param stage 1 to 7
 * @param waitsFor whom it waits for in plain words, a role or an organisation's role and never a person's name, for
 *     example "IG officer, Bolton Council"
 * @param partner the organisation whose review it belongs to, or null when it is the project's own
 * @param due when it is due, or null when it has no due date
 */
public record OpenTask(
        String name, int stage, String waitsFor, @Nullable OrganisationCode partner, @Nullable Instant due) {}
