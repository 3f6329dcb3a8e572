package gm.sharing.leaving;

import gm.sharing.Reason;
import gm.sharing.Refused;
import gm.sharing.RetriedOnConflict;
import gm.sharing.audit.SecurityTrail;
import gm.sharing.organisation.AccountLeft;
import gm.sharing.organisation.By;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ListedProjects;
import gm.sharing.project.ProjectLeads;
import gm.sharing.project.ProjectSummary;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done when somebody leaves. A project lead's projects are handed over by the lead, another project lead of the
 * organisation or an administrator; an account is disabled and enabled again by administrators, those of an organisation for
 * its own people.
 */
@Service
@Transactional
class Leaving {

    private static final Words WORDS = Words.in("leaving/pages");

    private final KnownAccounts accounts;
    private final DisabledAccounts disabled;
    private final People people;
    private final ListedProjects projects;
    private final ProjectLeads leads;
    private final SecurityTrail trail;
    private final ApplicationEventPublisher others;
    private final Clock clock;

    Leaving(
            KnownAccounts accounts,
            DisabledAccounts disabled,
            People people,
            ListedProjects projects,
            ProjectLeads leads,
            SecurityTrail trail,
            ApplicationEventPublisher others,
            Clock clock) {
        this.accounts = accounts;
        this.disabled = disabled;
        this.people = people;
        this.projects = projects;
        this.leads = leads;
        this.trail = trail;
        this.others = others;
        this.clock = clock;
    }

    /** Whether the person disables and enables this account: never the own one, and of administrators of the service only one of them. */
    static boolean mayDisable(Person by, KnownAccount account) {
        OrganisationCode organisation = account.organisation();
        return !by.id().equals(account.id())
                && (by.holds(Role.ADMINISTRATOR)
                        || (organisation != null && !account.administrator() && by.administers(organisation)));
    }

    /** Whether the person hands over what this one leads. */
    static boolean mayHandOver(Person by, KnownAccount account) {
        OrganisationCode organisation = account.organisation();
        return by.holds(Role.ADMINISTRATOR)
                || (organisation != null
                        && (by.administers(organisation)
                                || (by.holdsInOwnRight(Role.PROJECT_LEAD)
                                        && by.organisation()
                                                .filter(organisation::equals)
                                                .isPresent())));
    }

    /** The account, as far as the person has anything to do with it. */
    @Transactional(readOnly = true)
    public Optional<KnownAccount> find(String id, Person by) {
        Optional<KnownAccount> account = accounts.find(id);
        if (account.filter(one -> mayDisable(by, one) || mayHandOver(by, one)).isEmpty()
                && !by.holds(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException(by.id() + " has nothing to do with this account");
        }
        return account;
    }

    @Transactional(readOnly = true)
    public Optional<DisabledAccounts.Disabling> disabling(KnownAccount account) {
        return disabled.find(account.id());
    }

    /** What the person leads and what is not given up. */
    @Transactional(readOnly = true)
    public List<ProjectSummary> leads(KnownAccount account) {
        return projects.goingOnLedBy(account.id());
    }

    /** Who can take these projects over, by name. */
    @Transactional(readOnly = true)
    public List<KnownAccount> successors(KnownAccount account, List<ProjectSummary> led) {
        return led.isEmpty()
                ? List.of()
                : accounts
                        .leadsOf(led.stream()
                                .map(ProjectSummary::leadOrganisation)
                                .collect(Collectors.toSet()))
                        .stream()
                        .filter(one -> !one.id().equals(account.id()))
                        .toList();
    }

    /**
     * Gives all that somebody leads for one organisation to another of its project leads.
     *
     * @param to the id of one of the {@link #successors}
     * @return how many projects these were
     */
    @RetriedOnConflict
    public int handOver(String id, String to, Person by) {
        KnownAccount account = mine(id, by);
        if (!mayHandOver(by, account)) {
            throw new AccessDeniedException(by.id() + " does not hand over what this person leads");
        }
        return passTo(account, to, "lead", by);
    }

    private int passTo(KnownAccount account, String to, String field, Person by) {
        List<ProjectSummary> led = leads(account);
        Person lead = successors(account, led).stream()
                .filter(one -> one.id().equals(to))
                .findFirst()
                .flatMap(one -> people.find(one.id()))
                .orElseThrow(() -> Refused.of(field, WORDS.text("choose-lead")));
        List<ProjectSummary> passed = led.stream()
                .filter(project -> lead.organisation().orElseThrow().equals(project.leadOrganisation()))
                .toList();
        passed.forEach(project -> leads.handOver(project.reference(), lead, by));
        return passed.size();
    }

    /**
     * Lets the account act no more, from the next request on, and gives what its holder had in hand to others.
     *
     * @param to who takes over what the person leads; anything where there is nothing or nobody
     */
    @RetriedOnConflict
    public void disable(String id, String reason, String to, Person by) {
        KnownAccount account = mine(id, by);
        if (!mayDisable(by, account)) {
            throw new AccessDeniedException(by.id() + " does not disable this account");
        }
        if (account.disabled()) {
            throw new Refused(WORDS.text("already-disabled", Map.of("person", account.name())));
        }
        if (account.administrator() && people.idsIn(Role.ADMINISTRATOR.group()).size() == 1) {
            throw new Refused(WORDS.text("last-administrator"));
        }
        String why = Reason.given(reason, WORDS.text("say-why"));
        if (!successors(account, leads(account)).isEmpty()) {
            passTo(account, to, "successor", by);
        }
        disabled.add(account.id(), new DisabledAccounts.Disabling(why, By.of(by, clock.instant())));
        trail.record(
                by.id(),
                "account.disabled",
                WORDS.text("recorded-disabled", Map.of("account", id, "person", account.name(), "reason", why)));
        others.publishEvent(new AccountLeft(account.id(), account.name()));
    }

    /** Lets the account act again, with the roles that it has. */
    @RetriedOnConflict
    public void enable(String id, String reason, Person by) {
        KnownAccount account = mine(id, by);
        if (!mayDisable(by, account)) {
            throw new AccessDeniedException(by.id() + " does not enable this account");
        }
        if (!account.disabled()) {
            throw new Refused(WORDS.text("not-disabled", Map.of("person", account.name())));
        }
        String why = Reason.given(reason, WORDS.text("say-why"));
        disabled.remove(account.id());
        trail.record(
                by.id(),
                "account.enabled",
                WORDS.text("recorded-enabled", Map.of("account", id, "person", account.name(), "reason", why)));
    }

    private KnownAccount mine(String id, Person by) {
        return find(id, by).orElseThrow(() -> new Refused(WORDS.text("no-account")));
    }
}
