package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.organisation.Capacity;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Separation;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Who may not decide in a project, so that nobody signs off what they themselves proposed.
 *
 * @param leads the ids of those who proposed the project or worked on it as its lead
 * @param signatories the ids of those who can sign for the partner today; asked only where a reviewer signs
 * @param accounts the ids of all accounts of the person's human, as far as that is known
 * @param counterparty refuses whoever acts for the partner and stands on the other side of one of its flows
 */
record FourEyes(
        Set<String> leads,
        Supplier<Set<String>> signatories,
        Function<Person, Set<String>> accounts,
        Consumer<Capacity> counterparty) {

    /** Where nobody acts for another organisation, and everybody has one account. */
    FourEyes(Set<String> leads, Supplier<Set<String>> signatories) {
        this(leads, signatories, person -> Set.of(person.id()), capacity -> {});
    }

    /** Whether the project is the person's own. */
    boolean leads(String person) {
        return leads.contains(person);
    }

    /**
     * The capacity in which the person decides for the partner: the first that is not barred.
     *
     * @throws Refused when the person does not hold the role for the partner, or when the project is theirs or that of
     *     the person whose deputy they are
     */
    Capacity capacity(Person by, Role role, OrganisationCode partner) {
        if (!by.organisations().contains(partner)) {
            throw new Refused("Only people of the organisation that is asked may decide for it.");
        }
        Capacity capacity = separation().capacity(by, role, partner, "decide");
        counterparty.accept(capacity);
        return capacity;
    }

    private Separation separation() {
        return new Separation().with(Separation.Part.LEADS, leads);
    }

    /** Whether the person may decide in the role for the partner. */
    boolean lets(Person person, Role role, OrganisationCode partner) {
        return separation().lets(person, role, partner);
    }

    /**
     * Lets a reviewer sign as well, where nobody else can without leading the project.
     *
     * @throws Refused when somebody else can sign
     */
    ActedAs letSignWhatTheyReviewed(Person by, ActedAs actedAs) {
        if (!signatories.get().stream().allMatch(other -> other.equals(by.id()) || leads(other))) {
            throw new Refused(
                    "You reviewed this version for your organisation, so another signatory has to decide: two people look"
                            + " at every agreement where there are two.");
        }
        return actedAs.asSoleHolder();
    }
}
