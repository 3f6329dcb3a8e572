package gm.sharing.security;

import gm.sharing.audit.Event;
import gm.sharing.audit.SecurityTrail;
import gm.sharing.organisation.OrganisationAccounts;
import gm.sharing.organisation.OrganisationAccounts.Account;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Successions;
import gm.sharing.security.NotLinked.Why;
import gm.sharing.wording.Words;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the account of somebody whom a provider signed in: by the provider's own name for them, and the first time by an
 * email address that it verified and that one account has. Nobody gets an account by signing in.
 */
@Service
class ProviderPeople {

    private static final Words WORDS = Words.in("security/record");

    /** Addresses of other letters are not compared: two that look alike could be told apart by neither side. */
    private static final Pattern ADDRESS = Pattern.compile("[\\x21-\\x7e&&[^@]]{1,64}@[\\x21-\\x7e&&[^@]]{1,189}");

    private static final int LONGEST_SUBJECT = 255;

    private final People people;
    private final OrganisationAccounts accounts;
    private final ProviderLinks links;
    private final Successions successions;
    private final SecurityTrail record;

    ProviderPeople(
            People people,
            OrganisationAccounts accounts,
            ProviderLinks links,
            Successions successions,
            SecurityTrail record) {
        this.successions = successions;
        this.people = people;
        this.accounts = accounts;
        this.links = links;
        this.record = record;
    }

    /**
     * Who it is.
     *
     * @param claims of the provider, whose signature was checked
     * @throws NotLinked when nobody here may come in as them
     */
    @Transactional
    Person find(SignInProvider provider, String subject, Map<String, Object> claims) {
        links.endedAt(provider.settings().issuedBy(), subject)
                .filter(end -> !saidAfter(end, claims))
                .ifPresent(end -> {
                    throw new NotLinked(Why.FAILED, null);
                });
        Optional<String> account = links.person(provider.settings().issuedBy(), subject);
        account.ifPresent(this::mustNotBeDisabled);
        // A deleted one is none.
        Optional<Person> linked = account.flatMap(people::find);
        Person person = linked.orElseGet(() -> byAddress(provider, subject, claims));
        mustBeOf(provider, person);
        if (linked.isEmpty()) {
            links.link(provider.settings().issuedBy(), subject, person.id());
            record.record(person.id(), "sign-in.linked", WORDS.text("linked", Map.of("provider", provider.label())));
        }
        return person;
    }

    /**
     * The same for somebody at the sign-in page, whose roles may follow the provider.
     *
     * @param ofNow whether the sign-in at the provider is as recent as it was asked to be
     */
    @Transactional
    Person signIn(SignInProvider provider, String subject, Map<String, Object> claims, boolean ofNow) {
        Person person = find(provider, subject, claims);
        if (!ofNow) {
            throw new NotLinked(Why.EARLIER, person.id());
        }
        String claim = provider.settings().rolesClaim();
        if (claim == null) {
            return person;
        }
        Collection<String> said = isEnded(provider.settings()) ? List.of() : ProviderSettings.words(claims.get(claim));
        Set<String> groups =
                provider.settings().groups(provider.settings().roles().keySet());
        follow(person, groups, provider.settings().groups(said), provider);
        return people.find(person.id()).orElse(person);
    }

    /** Nobody acts for an organisation that is part of another one, whatever its provider says. */
    private boolean isEnded(ProviderSettings settings) {
        return settings.ofOrganisation()
                .filter(code -> !successions.ended(Set.of(code)).isEmpty())
                .isPresent();
    }

    /** Only what changes is written, and recorded as what it is: nobody of this service did it. */
    private void follow(Person person, Set<String> groups, Set<String> held, SignInProvider provider) {
        Set<String> before = accounts.find(Set.of(person.id())).values().stream()
                .flatMap(account -> account.groups().stream())
                .collect(Collectors.toSet());
        Person by = new Person(Event.SYSTEM, provider.label(), "", Set.of());
        groups.stream()
                .sorted()
                .filter(group -> held.contains(group) != before.contains(group))
                .forEach(group -> {
                    if (held.contains(group)) {
                        accounts.join(person.id(), group, by);
                    } else {
                        accounts.leave(person.id(), group, by);
                    }
                });
    }

    private Person byAddress(SignInProvider provider, String subject, Map<String, Object> claims) {
        if (!provider.settings().linksByEmail()
                || subject.isEmpty()
                || subject.length() > LONGEST_SUBJECT
                || !(claims.get("email") instanceof String address)
                || !ADDRESS.matcher(address).matches()) {
            throw new NotLinked(Why.UNKNOWN, null);
        }
        if (!isTrue(claims.get("email_verified"))) {
            throw new NotLinked(Why.UNVERIFIED, null);
        }
        List<Account> found = accounts.withEmail(Set.of(address));
        if (found.size() != 1) {
            throw new NotLinked(found.isEmpty() ? Why.UNKNOWN : Why.SEVERAL, null);
        }
        String account = found.get(0).id();
        mustNotBeDisabled(account);
        Person person = people.find(account).orElseThrow(() -> new NotLinked(Why.UNKNOWN, null));
        mustBeOf(provider, person);
        // An address that passed to somebody else takes nobody's account along.
        if (links.isLinked(provider.settings().issuedBy(), person.id())) {
            throw new NotLinked(Why.TAKEN, person.id());
        }
        return person;
    }

    /** What is older than the end of a link, or has no time, would bring it back. */
    private static boolean saidAfter(Instant end, Map<String, Object> claims) {
        return claims.get("iat") instanceof Instant said && said.isAfter(end);
    }

    private void mustNotBeDisabled(String account) {
        if (people.isDisabled(account)) {
            throw new NotLinked(Why.DISABLED, account);
        }
    }

    private static boolean isTrue(@Nullable Object claim) {
        return Boolean.TRUE.equals(claim) || "true".equals(claim);
    }

    private static void mustBeOf(SignInProvider provider, Person person) {
        provider.settings()
                .ofOrganisation()
                .filter(code -> !person.organisation().equals(Optional.of(code)))
                .ifPresent(code -> {
                    throw new NotLinked(Why.ELSEWHERE, person.id());
                });
    }
}
