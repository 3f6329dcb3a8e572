package gm.sharing.journey;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a task stands to which a notice led.
 *
 * @param reference the project that it belongs to; null for one of an organisation
 * @param about the partner whose review it is part of, or whose officer advises; null when it concerns everybody in the project, or
 *     when that is not known any more
 * @param forgotten whether it may have been about one partner and nothing tells which, because that part of the journey is over
 * @param ended when it was done or fell away; null while it is open
 * @param done whether it was done; false for one that is open, and for one that fell away because the project went on without it
 * @param holder the account of whoever has it or did it; null for one that nobody took
 * @param groups those who may take it while nobody has it
 */
public record TaskStanding(
        String id,
        String name,
        @Nullable ProjectReference reference,
        @Nullable OrganisationCode about,
        boolean forgotten,
        @Nullable Instant ended,
        boolean done,
        @Nullable String holder,
        Set<String> groups) {}
