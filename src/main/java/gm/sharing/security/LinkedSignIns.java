package gm.sharing.security;

import gm.sharing.Dates;
import gm.sharing.Reason;
import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import gm.sharing.RetriedOnConflict;
import gm.sharing.audit.SecurityTrail;
import gm.sharing.organisation.OrganisationAccounts;
import gm.sharing.organisation.OrganisationAccounts.Account;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * By which providers people sign in, and the end of that. Administrators of the service alone end a link: afterwards the account
 * is open to whoever has its address at the provider, and those of an organisation change addresses.
 */
@Service
@Transactional
class LinkedSignIns {

    private static final Words WORDS = Words.in("security/links");

    private final ProviderLinks links;
    private final ProviderSessions sessions;
    private final Providers providers;
    private final OrganisationAccounts accounts;
    private final OpenSessions open;
    private final SecurityTrail trail;

    LinkedSignIns(
            ProviderLinks links,
            ProviderSessions sessions,
            Providers providers,
            OrganisationAccounts accounts,
            OpenSessions open,
            SecurityTrail trail) {
        this.links = links;
        this.sessions = sessions;
        this.providers = providers;
        this.accounts = accounts;
        this.open = open;
        this.trail = trail;
    }

    /**
     * A link as the page shows it.
     *
     * @param issuer the provider's address, which tells links of an account apart
     * @param provider what the sign-in page calls it; the address of one that is configured no more
     */
    record Line(String issuer, String provider, String subject, String since) {}

    /** The account, whether or not it may act; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<Account> account(String id, Person by) {
        mustAdminister(by);
        return Optional.ofNullable(accounts.find(Set.of(id)).get(id));
    }

    @Transactional(readOnly = true)
    public List<Line> of(Account account) {
        return links.of(account.id()).stream()
                .map(link -> new Line(link.issuer(), label(link.issuer()), link.subject(), Dates.moment(link.since())))
                .toList();
    }

    /**
     * Ends the link, with its sessions on all nodes and all that the provider said of this person until now.
     *
     * @return what the provider is called
     * @throws Refused for all that is wrong at once
     */
    @RetriedOnConflict
    public String end(Account account, String issuer, String reason, Person by) {
        mustAdminister(by);
        List<Complaint> wrong = new ArrayList<>();
        Optional<ProviderLinks.Link> chosen = links.of(account.id()).stream()
                .filter(link -> link.issuer().equals(issuer))
                .findFirst();
        if (chosen.isEmpty()) {
            wrong.add(Complaint.of("provider", WORDS.text("choose-provider")));
        }
        String why = "";
        try {
            why = Reason.given(reason, WORDS.text("say-why"));
        } catch (Refused refused) {
            wrong.addAll(refused.complaints());
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        ProviderLinks.Link link = chosen.orElseThrow();
        if (!links.end(link.issuer(), link.subject(), account.id())) {
            throw Refused.of("provider", WORDS.text("choose-provider"));
        }
        sessions.end(link.issuer(), link.subject(), null);
        trail.record(
                by.id(),
                "sign-in.unlinked",
                WORDS.text(
                        "recorded",
                        Map.of(
                                "account", account.id(),
                                "person", account.name(),
                                "provider", label(link.issuer()),
                                "reason", why)));
        return label(link.issuer());
    }

    /** In how many browsers somebody is signed in. */
    @Transactional(readOnly = true)
    public int open(Account account) {
        return open.of(account.id()).size();
    }

    /**
     * Ends all sign-ins of somebody on all nodes, whatever began them; whoever may still sign in can do so again.
     *
     * @throws Refused without a reason
     */
    @RetriedOnConflict
    public void endAll(Account account, String reason, Person by) {
        mustAdminister(by);
        String why;
        try {
            why = Reason.given(reason, WORDS.text("say-why"));
        } catch (Refused refused) {
            throw Refused.of("why", WORDS.text("say-why"));
        }
        open.endOthers(account.id());
        trail.record(
                by.id(),
                "sign-in.ended",
                WORDS.text("recorded-all", Map.of("account", account.id(), "person", account.name(), "reason", why)));
    }

    private String label(String issuer) {
        return providers.withIssuer(issuer).map(SignInProvider::label).orElse(issuer);
    }

    private static void mustAdminister(Person by) {
        if (!by.holds(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException(by.id());
        }
    }
}
