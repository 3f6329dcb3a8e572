package gm.sharing.invitation;

import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.SecurityTrail;
import gm.sharing.notification.Notice;
import gm.sharing.notification.Notices;
import gm.sharing.notification.Recipient;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationAccounts;
import gm.sharing.organisation.OrganisationAccounts.Account;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Successions;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites people to choose the password of their account. Nobody signs in before that; who has a password already is not
 * invited, so that no link ever takes an account from its person.
 */
@Service
@Transactional
public class Invitations {

    /** Under which events of organisations are kept: they belong to no project. */
    private static final String EVENTS = "organisation";

    private static final int NAMED_AT_MOST = 30;

    private static final Words WORDS = Words.in("invitation/letter");

    private final StoredInvitations stored;
    private final OrganisationAccounts accounts;
    private final Notices notices;
    private final Directory directory;
    private final People people;
    private final Successions successions;
    private final AuditTrail trail;
    private final SecurityTrail security;
    private final Clock clock;

    Invitations(
            StoredInvitations stored,
            OrganisationAccounts accounts,
            Notices notices,
            Directory directory,
            People people,
            Successions successions,
            AuditTrail trail,
            SecurityTrail security,
            Clock clock) {
        this.stored = stored;
        this.accounts = accounts;
        this.notices = notices;
        this.directory = directory;
        this.people = people;
        this.successions = successions;
        this.trail = trail;
        this.security = security;
        this.clock = clock;
    }

    /**
     * Sends each of these people a letter: the first one, or another one after which the link of the one before leads nowhere.
     * Left out is who has a password, who has no email address, and whose letter is about to leave.
     *
     * @param people members of each organisation
     * @return to how many a letter goes
     */
    public int send(Map<OrganisationCode, List<Account>> people, Person by) {
        Map<String, Invitation> known =
                known(people.values().stream().flatMap(List::stream).toList());
        Map<OrganisationCode, String> names = people.isEmpty() ? Map.of() : directory.namesOf(people.keySet());
        List<Letters> letters = people.entrySet().stream()
                .map(members -> new Letters(members.getKey(), members.getValue(), known, by, clock.instant()))
                .toList();
        letters.forEach(one -> stored.saveAll(one.made));
        letters.forEach(one -> {
            one.all()
                    .forEach(account -> write(
                            account,
                            Objects.requireNonNull(one.invitations.get(account.id())),
                            names.getOrDefault(one.organisation, one.organisation.value()),
                            by));
            record("person.invited", "invited", one.first, one.organisation, by);
            record("person.invited-again", "invited-again", one.again, one.organisation, by);
        });
        return letters.stream().mapToInt(one -> one.all().size()).sum();
    }

    private void write(Account account, Invitation invitation, String organisation, Person by) {
        notices.tell(
                new Notice(
                        "invitation " + invitation.letters(),
                        "",
                        WORDS.text("subject"),
                        WORDS.text(
                                "text",
                                Map.of(
                                        "inviter", by.name(),
                                        "organisation", organisation,
                                        "user", account.id(),
                                        "days", Invitation.LINK_HOLDS.toDays())),
                        InvitationLinks.PATH),
                List.of(new Recipient.Individual(account.id())));
        security.record(by.id(), "invitation.sent", WORDS.text("recorded-sent", Map.of("id", account.id())));
    }

    private void record(String type, String text, List<Account> people, OrganisationCode organisation, Person by) {
        if (people.isEmpty()) {
            return;
        }
        String names = people.stream().limit(NAMED_AT_MOST).map(Account::name).collect(Collectors.joining(", "));
        int more = people.size() - NAMED_AT_MOST;
        trail.record(
                EVENTS,
                by.id(),
                type,
                WORDS.text(
                        text,
                        Map.of("people", more > 0 ? WORDS.text("more", Map.of("names", names, "more", more)) : names)),
                organisation);
    }

    /** How far each of these is, by id. */
    @Transactional(readOnly = true)
    public Map<String, Standing> standings(Collection<Account> people) {
        Instant now = clock.instant();
        Map<String, Invitation> known = known(people);
        Map<String, Standing> standings = new HashMap<>();
        people.forEach(account -> standings.put(account.id(), standing(account, known.get(account.id()), now)));
        return standings;
    }

    private static Standing standing(Account account, @Nullable Invitation invitation, Instant now) {
        if (account.password()) {
            return Standing.signsIn(invitation);
        }
        return invitation == null ? Standing.notInvited() : Standing.of(invitation, now);
    }

    private Map<String, Invitation> known(Collection<Account> people) {
        return people.isEmpty()
                ? Map.of()
                : stored.findByPersonIn(people.stream().map(Account::id).toList()).stream()
                        .collect(Collectors.toMap(Invitation::person, Function.identity()));
    }

    /** How far the invitation with this token is; empty when no letter holds it any more. */
    @Transactional(readOnly = true)
    Optional<Invitation.State> state(String token) {
        return stored.findByLinkDigest(InvitationLinks.digest(token)).map(this::state);
    }

    /** Somebody who got a password otherwise meanwhile keeps it, and nobody gets one for an account that may not act. */
    private Invitation.State state(Invitation invitation) {
        Account account = accounts.find(List.of(invitation.person())).get(invitation.person());
        if (account == null || people.find(account.id()).isEmpty()) {
            return Invitation.State.CLOSED;
        }
        if (account.password()) {
            return Invitation.State.ACCEPTED;
        }
        return successions.ended(Set.of(invitation.organisation())).isEmpty()
                ? invitation.state(clock.instant())
                : Invitation.State.MOVED;
    }

    /**
     * The person of the invitation chooses a password.
     *
     * @return the account's id, and what is wrong with the password; empty when the link does not hold any more
     */
    Optional<Chosen> choose(String token, String password) {
        Optional<Invitation> open = stored.findByLinkDigest(InvitationLinks.digest(token))
                .filter(invitation -> state(invitation) == Invitation.State.SENT);
        return open.map(invitation -> choose(invitation, password));
    }

    private Chosen choose(Invitation invitation, String password) {
        List<String> wrong = accounts.choosePassword(invitation.person(), password);
        if (wrong.isEmpty()) {
            invitation.accept(clock.instant());
            Account account = Objects.requireNonNull(
                    accounts.find(List.of(invitation.person())).get(invitation.person()));
            trail.record(
                    EVENTS,
                    invitation.person(),
                    "person.accepted",
                    WORDS.text("accepted", Map.of("person", account.name())),
                    invitation.organisation());
            security.record(invitation.person(), "invitation.accepted", WORDS.text("recorded-accepted"));
        }
        return new Chosen(invitation.person(), wrong);
    }

    /** Who of an organisation gets a letter. */
    private static final class Letters {

        private final OrganisationCode organisation;
        private final Map<String, Invitation> invitations = new HashMap<>();
        private final List<Invitation> made = new ArrayList<>();
        private final List<Account> first = new ArrayList<>();
        private final List<Account> again = new ArrayList<>();

        Letters(
                OrganisationCode organisation,
                List<Account> people,
                Map<String, Invitation> known,
                Person by,
                Instant now) {
            this.organisation = organisation;
            people.stream()
                    .filter(account -> !account.password() && !account.email().isEmpty())
                    .forEach(account -> {
                        Invitation invitation = known.get(account.id());
                        if (invitation == null) {
                            invitation = Invitation.of(account.id(), organisation, by, now);
                            made.add(invitation);
                            first.add(account);
                        } else if (invitation.maySendAgain()) {
                            invitation.sendAgain(by, now);
                            again.add(account);
                        }
                        invitations.put(account.id(), invitation);
                    });
        }

        List<Account> all() {
            return Stream.concat(first.stream(), again.stream()).toList();
        }
    }

    /** An attempt to choose a password. */
    record Chosen(String id, List<String> wrong) {

        Chosen {
            wrong = List.copyOf(wrong);
        }
    }
}
