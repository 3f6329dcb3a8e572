package gm.sharing.journey;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person.
 *
 * @param id the engine's id of the task
 * @param name as the model names it, for example "Review agreement"
 * @param stage 1 to 7, or 0 when its model does not say
 * @param waitsFor whom it waits for in plain words, a role or an organisation's role and never a person's name, for
 *     example "IG officer, Bolton Council"
 * @param forLead whether it waits for the project's lead
 * @param since when it began to wait
 * @param holder the account of the person who took it or was given it, or null while anybody of the role can take it
 * @param inPlaceOf the account of the person who is away and whose deputy holds it, or null
 * @param partner the organisation whose review it belongs to, or null when it is the project's own
 * @param due when it is due, or null when it has no due date
 * @param offices the groups of those who may do it in an office, who may pass it to each other; empty for other tasks
 * @param process the id of the process that it is a step of; null when its model cannot be read
 * @param step the id of the step
 * @param forSeveral whether its form lets one person answer for several partners at once
 */
public record OpenTask(
        String id,
        String name,
        int stage,
        String waitsFor,
        boolean forLead,
        Instant since,
        @Nullable String holder,
        @Nullable String inPlaceOf,
        @Nullable OrganisationCode partner,
        @Nullable Instant due,
        Set<String> offices,
        @Nullable String process,
        String step,
        boolean forSeveral) {

    /** Whom it waits for, a lead with the organisation that leads. */
    String whom(Supplier<String> leadOrganisation) {
        return forLead ? waitsFor + ", " + leadOrganisation.get() : waitsFor;
    }

    /** Whether the person may do it now, because nobody else has it. */
    boolean isFreeFor(Person person) {
        return mayPass(person) && (holder == null || holder.equals(person.id()));
    }

    /** Whether the person has it or may take it. */
    boolean isFor(Person person) {
        return person.id().equals(holder) || isFreeFor(person);
    }

    boolean mayPass(Person person) {
        return offices.stream().anyMatch(person.groups()::contains);
    }
}
