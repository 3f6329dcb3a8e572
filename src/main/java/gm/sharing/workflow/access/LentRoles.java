package gm.sharing.workflow.access;

import gm.sharing.absence.Absence;
import gm.sharing.absence.Deputies;
import gm.sharing.organisation.Capacity;
import gm.sharing.organisation.Consent;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Separation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What people hold today beside their own: the offices of an organisation for which theirs acts and in which nobody holds
 * them, and the offices and the leading of projects of a colleague who is away and whose deputy they are. Where the
 * deputy is away as well, the deputy's own deputy takes the place, unless the roles must be kept apart.
 */
@Component
class LentRoles {

    private static final List<Role> OFFICES =
            Arrays.stream(Role.values()).filter(Role::isOffice).toList();

    private static final String LEADING = Role.PROJECT_LEAD.group();

    private final Directory directory;
    private final Deputies deputies;
    private final Memberships memberships;

    private final Clock clock;

    LentRoles(Directory directory, Deputies deputies, Memberships memberships, Clock clock) {
        this.clock = clock;
        this.directory = directory;
        this.deputies = deputies;
        this.memberships = memberships;
    }

    /** By group, in which capacities somebody holds it today beside their own groups. */
    Map<String, List<Capacity>> of(Memberships.Account person) {
        if (!person.mayBeLent()) {
            return Map.of();
        }
        Set<String> own = person.groups();
        Map<String, List<Capacity>> lent = new HashMap<>();
        throughTheOrganisation(own).forEach((group, capacity) -> lend(lent, group, capacity));
        for (Absence absence : deputies.placesTakenBy(person.id())) {
            Set<String> theirs = memberships.groupsOf(absence.person());
            if (organisation(theirs).equals(organisation(own))) {
                offices(theirs).forEach((group, capacity) -> {
                    if (mayHold(own, group)) {
                        lend(lent, group, capacity.asDeputyOf(absence.person(), absence.personName()));
                    }
                });
                if (theirs.contains(LEADING) && mayHold(own, LEADING)) {
                    lend(lent, LEADING, Capacity.OWN.asDeputyOf(absence.person(), absence.personName()));
                }
            }
        }
        lent.keySet().removeAll(own);
        return lent;
    }

    /** Those of the groups that anybody holds today. A deputy holds one only beside somebody who does. */
    Set<String> held(Collection<String> groups) {
        Set<String> held = new HashSet<>(memberships.withPeople(groups));
        Map<String, String> acting = actingGroups(
                groups.stream().filter(group -> !held.contains(group)).toList());
        if (!acting.isEmpty()) {
            Set<String> there = memberships.withPeople(acting.values());
            acting.forEach((group, other) -> {
                if (there.contains(other)) {
                    held.add(group);
                }
            });
        }
        return held;
    }

    /** By group of an office, the group of the same office in the organisation that acts for its own. */
    private Map<String, String> actingGroups(Collection<String> groups) {
        Map<String, OrganisationCode> organisations = new HashMap<>();
        groups.forEach(group -> Role.organisationOf(group).ifPresent(code -> organisations.put(group, code)));
        if (organisations.isEmpty()) {
            return Map.of();
        }
        Map<String, Memberships.Actor> actors = memberships.actingFor(organisations.values());
        Map<String, String> acting = new HashMap<>();
        organisations.forEach((group, organisation) -> {
            Memberships.Actor actor = actors.get(organisation.value());
            Role office = Role.ofGroup(group).orElseThrow();
            if (actor != null && actor.mayActIn(office)) {
                acting.put(group, office.groupOf(new OrganisationCode(actor.organisation())));
            }
        });
        return acting;
    }

    /** The ids of all who hold the group today, in their own right or because it is lent to them. */
    Set<String> holders(String group) {
        Memberships.Members members = memberships.in(group);
        Set<String> holders = new LinkedHashSet<>(members.people());
        Optional<OrganisationCode> organisation = Role.organisationOf(group);
        if (organisation.isEmpty()) {
            return holders;
        }
        if (holders.isEmpty()) {
            Role office = Role.ofGroup(group).orElseThrow();
            members = directory
                    .find(organisation.get())
                    .flatMap(other -> Consent.acting(other, office, LocalDate.now(clock)))
                    .map(office::groupOf)
                    .map(memberships::in)
                    .orElse(members);
            holders.addAll(members.people());
        }
        if (!members.mayBeAway()) {
            return holders;
        }
        Collection<String> asked = holders;
        while (!asked.isEmpty()) {
            asked = deputies.amongThoseAway(asked).stream()
                    .filter(absence -> takesThePlace(absence, group))
                    .map(Absence::deputy)
                    .filter(deputy -> !holders.contains(deputy))
                    .distinct()
                    .toList();
            holders.addAll(asked);
        }
        return holders;
    }

    private boolean takesThePlace(Absence absence, String group) {
        Set<String> own = memberships.groupsOf(absence.deputy());
        return organisation(own).equals(organisation(memberships.groupsOf(absence.person()))) && mayHold(own, group);
    }

    /** Two who may stand in for each other may still stand between two who may not. */
    private static boolean mayHold(Set<String> own, String group) {
        return own.contains(group)
                || Separation.mayStandIn(new Person("", "", "", own), new Person("", "", "", Set.of(group)));
    }

    private Map<String, Capacity> offices(Set<String> own) {
        Map<String, Capacity> offices = throughTheOrganisation(own);
        own.stream()
                .filter(group -> Role.organisationOf(group).isPresent())
                .forEach(group -> offices.put(group, Capacity.OWN));
        return offices;
    }

    private Map<String, Capacity> throughTheOrganisation(Set<String> own) {
        Map<String, Capacity> offices = new HashMap<>();
        organisation(own).ifPresent(acting -> {
            LocalDate today = LocalDate.now(clock);
            Map<String, Capacity> acted = new HashMap<>();
            for (Organisation other : directory.actedForBy(acting)) {
                String consent = Consent.inForce(other, today)
                        .map(Consent::wordsOfRecord)
                        .orElse(null);
                OFFICES.stream()
                        .filter(office -> own.contains(office.groupOf(acting)))
                        .filter(office -> Consent.acting(other, office, today).isPresent())
                        .forEach(office ->
                                acted.put(office.groupOf(other.code()), Capacity.OWN.through(acting, consent)));
            }
            if (!acted.isEmpty()) {
                acted.keySet().removeAll(memberships.withPeople(List.copyOf(acted.keySet())));
                offices.putAll(acted);
            }
        });
        return offices;
    }

    private static Optional<OrganisationCode> organisation(Set<String> groups) {
        return Role.membership(groups);
    }

    private static void lend(Map<String, List<Capacity>> lent, String group, Capacity capacity) {
        lent.computeIfAbsent(group, unused -> new ArrayList<>()).add(capacity);
    }
}
