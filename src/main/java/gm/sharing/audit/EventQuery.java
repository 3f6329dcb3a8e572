package gm.sharing.audit;

import gm.sharing.organisation.OrganisationCode;
import java.time.Instant;
import java.util.Set;

/**
 * Which events somebody asks for.
 *
 * @param until nothing that happened later
 * @param types only these
 * @param ofEverybody whether those that concern no organisation in particular are among them
 * @param organisations those that concern these are among them
 * @param kept a type of which only those that concern {@code own} are among them
 */
public record EventQuery(
        String reference,
        Instant until,
        Set<String> types,
        boolean ofEverybody,
        Set<OrganisationCode> organisations,
        String kept,
        Set<OrganisationCode> own) {

    public EventQuery {
        types = Set.copyOf(types);
        organisations = Set.copyOf(organisations);
        own = Set.copyOf(own);
    }

    /** Whether there is anything to ask for. */
    boolean findsAnything() {
        return !types.isEmpty() && (ofEverybody || !organisations.isEmpty());
    }
}
