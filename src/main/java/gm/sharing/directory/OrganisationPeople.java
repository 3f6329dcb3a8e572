package gm.sharing.directory;

import gm.sharing.Refused;
import gm.sharing.RetriedOnConflict;
import gm.sharing.audit.AuditTrail;
import gm.sharing.invitation.Invitations;
import gm.sharing.invitation.Standing;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationAccounts;
import gm.sharing.organisation.OrganisationAccounts.Account;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Successions;
import gm.sharing.wording.Words;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An organisation's administrators say who holds which of its roles, and invite its people. They give no role of the service
 * and none of another organisation.
 */
@Service
@Transactional
class OrganisationPeople {

    private static final String EVENTS = "organisation";

    private static final Words WORDS = Words.in("directory/events");

    private final OrganisationAccounts accounts;
    private final Invitations invitations;
    private final Directory directory;
    private final Successions successions;
    private final AuditTrail trail;

    OrganisationPeople(
            OrganisationAccounts accounts,
            Invitations invitations,
            Directory directory,
            Successions successions,
            AuditTrail trail) {
        this.directory = directory;
        this.successions = successions;
        this.accounts = accounts;
        this.invitations = invitations;
        this.trail = trail;
    }

    /** Everybody who belongs to the organisation or holds one of its roles. */
    @Transactional(readOnly = true)
    List<Line> of(OrganisationCode organisation) {
        List<Account> people = accounts.of(organisation);
        Map<String, Standing> standings = invitations.standings(people);
        return people.stream()
                .map(account -> Line.of(account, organisation, Objects.requireNonNull(standings.get(account.id()))))
                .toList();
    }

    /** One of them. */
    @Transactional(readOnly = true)
    Optional<Line> find(String id, OrganisationCode organisation) {
        return account(id, organisation)
                .map(account -> Line.of(
                        account,
                        organisation,
                        Objects.requireNonNull(
                                invitations.standings(List.of(account)).get(id))));
    }

    private Optional<Account> account(String id, OrganisationCode organisation) {
        return Optional.ofNullable(accounts.find(List.of(id)).get(id))
                .filter(account -> account.belongsTo(organisation)
                        || Role.ofOrganisations().stream().anyMatch(role -> account.holds(role, organisation)));
    }

    /**
     * Sends invitations; of two administrators who send the same one at the same moment only the first does.
     *
     * @param ids of whom, or empty for everybody who was not invited yet
     * @return to how many
     */
    @RetriedOnConflict
    int invite(OrganisationCode organisation, Collection<String> ids, Person by) {
        mustAdminister(organisation, by);
        accounts.lock(Role.MEMBER.groupOf(organisation));
        List<Account> members = accounts.of(organisation).stream()
                .filter(account -> account.belongsTo(organisation))
                .filter(account -> ids.isEmpty() || ids.contains(account.id()))
                .toList();
        Map<String, Standing> standings = invitations.standings(members);
        List<Account> chosen = members.stream()
                .filter(account -> {
                    Standing standing = standings.get(account.id());
                    return standing != null && standing.maySend() && (!ids.isEmpty() || standing.isFirst());
                })
                .toList();
        return invitations.send(Map.of(organisation, chosen), by);
    }

    /**
     * Says which roles somebody holds in the organisation.
     *
     * @param seen what they held when the page was shown
     * @throws Refused when that is not so any more, when the organisation would be left without an administrator, or when a
     *     role would go to somebody of another organisation
     */
    @RetriedOnConflict
    void appoint(String id, OrganisationCode organisation, Set<Role> seen, Set<Role> chosen, Person by) {
        mustAdminister(organisation, by);
        accounts.lock(Role.ORGANISATION_ADMINISTRATOR.groupOf(organisation));
        Account account = account(id, organisation).orElseThrow(() -> new Refused(ImportWords.of("left")));
        Set<Role> held = held(account, organisation);
        if (!held.equals(seen)) {
            throw new ChangedSince();
        }
        Set<Role> given = without(chosen, held);
        if (!given.isEmpty()) {
            successions.mustBeThere(directory.get(organisation));
        }
        Set<Role> taken = without(held, chosen);
        if (!given.isEmpty() && !account.belongsTo(organisation)) {
            throw new Refused(ImportWords.of("only-take"));
        }
        if (taken.contains(Role.ORGANISATION_ADMINISTRATOR) && isLastAdministrator(account, organisation)) {
            throw new Refused(ImportWords.of("last-administrator"));
        }
        given.forEach(role -> accounts.join(id, role.groupOf(organisation), by));
        taken.forEach(role -> accounts.leave(id, role.groupOf(organisation), by));
        record("role.given", "role-given", given, account, organisation, by);
        record("role.taken", "role-taken", taken, account, organisation, by);
    }

    private boolean isLastAdministrator(Account account, OrganisationCode organisation) {
        return accounts.of(organisation).stream()
                .filter(other -> !other.id().equals(account.id()))
                .noneMatch(other -> other.holds(Role.ORGANISATION_ADMINISTRATOR, organisation));
    }

    private void record(
            String type, String text, Set<Role> roles, Account account, OrganisationCode organisation, Person by) {
        if (!roles.isEmpty()) {
            trail.record(
                    EVENTS,
                    by.id(),
                    type,
                    WORDS.text(text, Map.of("person", account.name(), "roles", labels(roles))),
                    organisation);
        }
    }

    static String labels(Collection<Role> roles) {
        return roles.stream().map(Role::label).collect(Collectors.joining(", "));
    }

    private static Set<Role> without(Set<Role> all, Set<Role> some) {
        Set<Role> rest = EnumSet.noneOf(Role.class);
        rest.addAll(all);
        rest.removeAll(some);
        return rest;
    }

    private static Set<Role> held(Account account, OrganisationCode organisation) {
        return Role.ofOrganisations().stream()
                .filter(role -> account.holds(role, organisation))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static void mustAdminister(OrganisationCode organisation, Person by) {
        if (!by.administers(organisation)) {
            throw new AccessDeniedException(by.id() + " does not administer " + organisation);
        }
    }

    /**
     * Somebody as the page of an organisation's people shows them.
     *
     * @param member whether the person belongs to the organisation
     * @param held which of its roles, as names of {@link Role}
     */
    record Line(
            String id,
            String name,
            String email,
            boolean member,
            Set<String> held,
            String roles,
            String standing,
            boolean maySend,
            boolean isUninvited) {

        static Line of(Account account, OrganisationCode organisation, Standing standing) {
            Set<Role> held = OrganisationPeople.held(account, organisation);
            return new Line(
                    account.id(),
                    account.name(),
                    account.email(),
                    account.belongsTo(organisation),
                    held.stream().map(Role::name).collect(Collectors.toSet()),
                    Stream.concat(held.stream(), Stream.of(Role.PROJECT_LEAD).filter(role -> account.groups()
                                    .contains(role.group())))
                            .map(Role::label)
                            .collect(Collectors.joining(", ")),
                    standing.words(),
                    isReached(account, organisation) && standing.maySend(),
                    isReached(account, organisation) && standing.isFirst());
        }

        private static boolean isReached(Account account, OrganisationCode organisation) {
            return account.belongsTo(organisation) && !account.email().isEmpty();
        }
    }
}
