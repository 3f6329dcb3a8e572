package gm.sharing.journey;

import gm.sharing.Dates;
import gm.sharing.Refused;
import gm.sharing.RetriedOnConflict;
import gm.sharing.audit.SecurityTrail;
import gm.sharing.leaving.KnownAccount;
import gm.sharing.leaving.KnownAccounts;
import gm.sharing.notification.Missed;
import gm.sharing.notification.MissedNotices;
import gm.sharing.notification.Unreached;
import gm.sharing.organisation.Offices;
import gm.sharing.organisation.OrganisationAccounts;
import gm.sharing.organisation.OrganisationAccounts.Account;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says who could not be told of something, since when and why, and sends it again when that is mended. */
@Service
@Transactional
class PeopleUnreached {

    private static final Words WORDS = Words.in("notice/unreached");

    private final MissedNotices missed;
    private final People people;
    private final KnownAccounts accounts;
    private final OrganisationAccounts members;
    private final Offices offices;
    private final SecurityTrail trail;

    PeopleUnreached(
            MissedNotices missed,
            People people,
            KnownAccounts accounts,
            OrganisationAccounts members,
            Offices offices,
            SecurityTrail trail) {
        this.members = members;
        this.missed = missed;
        this.people = people;
        this.accounts = accounts;
        this.offices = offices;
        this.trail = trail;
    }

    /** Somebody on the page of administrators. */
    record Line(String account, String name, String since, String why, String next, int notices) {}

    /** By role and organisation, for example “IG officer of Bolton Council could not be reached since 3 May 2026: …”. */
    @Transactional(readOnly = true)
    public List<String> of(ProjectReference reference) {
        return missed.of(reference.value()).stream()
                .map(one -> {
                    Optional<Person> person = people.find(one.account());
                    return WORDS.text(
                            "of-project",
                            Map.of(
                                    "who",
                                    person.map(offices::of)
                                            .map(who -> who.isEmpty() ? WORDS.text("without-a-role") : who)
                                            .orElseGet(() -> WORDS.text("account-gone")),
                                    "since",
                                    Dates.day(one.since()),
                                    "why",
                                    why(one, person.isPresent())));
                })
                .distinct()
                .sorted()
                .toList();
    }

    /** Those of whom the person is an administrator; all for the service's. */
    @Transactional(readOnly = true)
    public List<Line> toMend(Person by) {
        List<Missed> all = by.holds(Role.ADMINISTRATOR) ? missed.all() : missed.among(peopleOf(by));
        Map<String, KnownAccount> known = accounts
                .find(all.stream().map(Missed::account).toList())
                .stream()
                .collect(Collectors.toMap(KnownAccount::id, account -> account, (one, same) -> one));
        return all.stream()
                .filter(one -> administers(by, known.get(one.account())))
                .map(one -> line(one, known.get(one.account())))
                .toList();
    }

    private Set<String> peopleOf(Person administrator) {
        return administrator.administered().stream()
                .flatMap(organisation -> members.of(organisation).stream())
                .map(Account::id)
                .collect(Collectors.toSet());
    }

    private static Line line(Missed one, @Nullable KnownAccount account) {
        boolean there = account != null && !account.disabled();
        return new Line(
                one.account(),
                account == null ? one.account() : account.name(),
                Dates.day(one.since()),
                why(one, there),
                next(one, there),
                one.notices());
    }

    /**
     * Sends again what did not reach somebody.
     *
     * @return how many notices these are
     * @throws Refused when everything reached them meanwhile, or nothing can
     */
    @RetriedOnConflict
    public int sendAgain(String account, Person by) {
        KnownAccount known = accounts.find(account).orElse(null);
        if (!administers(by, known)) {
            throw new AccessDeniedException(by.id() + " does not administer this account");
        }
        if (known == null
                || people.find(account).filter(one -> !one.email().isBlank()).isEmpty()) {
            throw new Refused(WORDS.text("still-no-address"));
        }
        int count = missed.sendAgain(account);
        if (count == 0) {
            throw new Refused(WORDS.text("nothing-left"));
        }
        trail.record(by.id(), "notices.sent-again", WORDS.text("recorded", Map.of("account", account, "count", count)));
        return count;
    }

    private static boolean administers(Person by, @Nullable KnownAccount account) {
        OrganisationCode organisation = account == null ? null : account.organisation();
        return by.holds(Role.ADMINISTRATOR) || (organisation != null && by.administers(organisation));
    }

    /** An account may have gone after the notice was refused. */
    private static String why(Missed one, boolean there) {
        return WORDS.text(
                switch (there ? one.why() : Unreached.Why.NO_ACCOUNT) {
                    case NO_ACCOUNT -> "why-no-account";
                    case NO_ADDRESS -> "why-no-address";
                    case REFUSED -> "why-refused";
                    case GIVEN_UP -> "why-given-up";
                });
    }

    private static String next(Missed one, boolean there) {
        return WORDS.text(
                switch (there ? one.why() : Unreached.Why.NO_ACCOUNT) {
                    case NO_ACCOUNT -> "next-no-account";
                    case NO_ADDRESS -> "next-no-address";
                    case REFUSED -> "next-refused";
                    case GIVEN_UP -> "next-given-up";
                });
    }
}
