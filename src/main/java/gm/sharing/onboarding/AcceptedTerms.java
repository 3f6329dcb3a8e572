package gm.sharing.onboarding;

import gm.sharing.Dates;
import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.onboarding.TermsRecord.Acceptance;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Organisations accept the terms of the framework: by one of their own administrators or signatories, and for themselves only. */
@Service
public class AcceptedTerms {

    private static final Words WORDS = Words.in("onboarding/terms");

    private final TermsRecord accepted;
    private final Directory directory;
    private final AuditTrail trail;
    private final TransactionTemplate together;
    private final Clock clock;

    AcceptedTerms(
            TermsRecord accepted,
            Directory directory,
            AuditTrail trail,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.accepted = accepted;
        this.directory = directory;
        this.trail = trail;
        this.together = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** In which role the person may accept them for an organisation; nobody does it as a deputy or for another organisation. */
    static Optional<Role> role(Person person, OrganisationCode organisation) {
        return Stream.of(Role.ORGANISATION_ADMINISTRATOR, Role.SIGNATORY)
                .filter(role ->
                        person.holds(role, organisation) && !person.lent().containsKey(role.groupOf(organisation)))
                .filter(role ->
                        person.organisation().filter(organisation::equals).isPresent())
                .findFirst();
    }

    /** What an organisation accepted, the latest first. */
    List<Acceptance> of(OrganisationCode organisation) {
        return accepted.of(organisation);
    }

    /**
     * Which terms an organisation accepted last, since when, and where they stand; empty when it accepted none. Whether there are newer
     * ones is for its administrators.
     */
    public Optional<Latest> latest(OrganisationCode organisation) {
        return accepted.of(organisation).stream()
                .findFirst()
                .map(acceptance -> new Latest(
                        acceptance.terms().version(),
                        Dates.day(acceptance.by().on()),
                        "/organisations/" + organisation + "/terms"));
    }

    /**
     * Terms that were accepted.
     *
     * @param day in words
     * @param address of the page on which they stand
     */
    public record Latest(String version, String day, String address) {}

    /**
     * Accepts the terms of today; somebody who does it again changes nothing.
     *
     * @param seen the digest of the terms that the person read
     * @throws Refused when these are not the terms any more, or the organisation is part of another one
     * @throws AccessDeniedException when the person may not accept them for the organisation
     */
    void accept(OrganisationCode organisation, String seen, Person by) {
        Role role = role(by, organisation).orElseThrow(() -> new AccessDeniedException(by.id()));
        Terms terms = Terms.now();
        if (!terms.digest().equals(seen)) {
            throw Refused.of("accept", WORDS.text("changed"));
        }
        try {
            together.executeWithoutResult(status -> accept(organisation, terms, role, by));
        } catch (DuplicateKeyException atTheSameTime) {
            // Another organisation may have been the first with these words, or somebody here: what is there stays.
            together.executeWithoutResult(status -> accept(organisation, terms, role, by));
        }
    }

    private void accept(OrganisationCode organisation, Terms terms, Role role, Person by) {
        if (directory.get(organisation).succession().isPresent()) {
            throw new AccessDeniedException(by.id());
        }
        if (accepted.isAccepted(organisation, terms)) {
            return;
        }
        accepted.add(organisation, new Acceptance(terms, By.of(by, clock.instant()), role.label()));
        trail.record(
                Directory.EVENTS,
                by.id(),
                "terms.accepted",
                WORDS.text("recorded", Map.of("version", terms.version())),
                organisation);
    }
}
