package gm.sharing.onboarding;

import gm.sharing.Conflicts;
import gm.sharing.Dates;
import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.onboarding.RenewalAnswer.Outcome;
import gm.sharing.onboarding.RenewalRecord.Expiring;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.Person;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks organisations in time to renew what expires: once for each fact and last day, by a process of its own. What was asked
 * and the process begin together, so a node that dies in between leaves neither, and the next look begins both.
 */
@Service
public class Renewals {

    private static final Logger LOG = LoggerFactory.getLogger(Renewals.class);
    private static final Words WORDS = Words.in("onboarding/renewal");

    private final RenewalRecord renewals;
    private final ExpiringFacts facts;
    private final RenewalTable table;
    private final RenewalProcess process;
    private final Directory directory;
    private final AuditTrail trail;
    private final TransactionTemplate together;
    private final Clock clock;

    Renewals(
            RenewalRecord renewals,
            ExpiringFacts facts,
            RenewalTable table,
            RenewalProcess process,
            Directory directory,
            AuditTrail trail,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.renewals = renewals;
        this.facts = facts;
        this.table = table;
        this.process = process;
        this.directory = directory;
        this.trail = trail;
        this.together = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Closes what was renewed on the pages, and asks for what is due. What ran out longer ago than it is asked before its last
     * day is left alone: after an outage it is caught up with, but nobody is asked about years that are gone.
     */
    public void look() {
        renewals.open().forEach(renewal -> attempt(renewal.name(), () -> settleIfRenewed(renewal)));
        LocalDate today = LocalDate.now(clock);
        for (ExpiringKind kind : ExpiringKind.values()) {
            RenewalDays days = table.of(kind);
            renewals.expiring(kind, today.minusDays(days.days()), today.plusDays(days.days()))
                    .forEach(fact -> attempt(fact.toString(), () -> begin(fact, kind, days.dueDays())));
        }
    }

    /** One that fails holds up no other. */
    private void attempt(String what, Runnable work) {
        try {
            together.executeWithoutResult(status -> work.run());
        } catch (DuplicateKeyException anotherNode) {
            LOG.debug("Renewal:{}", what, anotherNode);
        } catch (RuntimeException e) {
            if (Conflicts.isConflict(e)) {
                LOG.debug("Renewal:{}", what, e);
            } else {
                LOG.warn("Renewal:{}", what, e);
            }
        }
    }

    private void begin(Expiring fact, ExpiringKind kind, int dueDays) {
        Organisation organisation = directory.get(fact.organisation());
        process.begin(renewals.add(fact, kind, facts.name(organisation, kind, fact.row()), clock.instant()), dueDays);
    }

    private void settleIfRenewed(Renewal renewal) {
        Optional<Organisation> organisation = directory.find(renewal.organisation());
        boolean there = organisation
                .filter(known -> known.succession().isEmpty())
                .flatMap(known -> facts.lastDay(known, renewal.kind(), renewal.row()))
                .filter(renewal.lastDay()::equals)
                .isPresent();
        if (!there && renewals.settle(renewal, clock.instant())) {
            process.end(renewal);
        }
    }

    /**
     * The renewal with this number.
     *
     * @throws Refused when there is none
     */
    public Renewal get(long id) {
        return renewals.find(id).orElseThrow(() -> new Refused(WORDS.text("unknown")));
    }

    /** Takes part in the caller's transaction. What the organisation's page says is what counts. */
    public Outcome answer(long id, RenewalAnswer answer, Person by) {
        Renewal renewal = get(id);
        String reason = Objects.requireNonNullElse(answer.reason(), "").strip();
        Map<String, String> told = Map.of(
                "fact", renewal.name(),
                "until", Optional.ofNullable(answer.until()).map(Dates::day).orElse(""),
                "reason", reason);
        switch (answer.renewal()) {
            case RENEWED -> {
                mustBeOnThePage(renewal, answer.until());
                record(renewal, by, "fact.renewed", WORDS.text("recorded-renewed", told));
            }
            case NOT_NEEDED -> {
                mustGiveReason(reason);
                record(renewal, by, "fact.not-needed", WORDS.text("recorded-not-needed", told));
            }
            case NOT_YET -> {
                mustGiveReason(reason);
                record(renewal, by, "fact.not-renewed-yet", WORDS.text("recorded-not-yet", told));
                return answer.renewal();
            }
        }
        renewals.settle(renewal, clock.instant());
        return answer.renewal();
    }

    private void mustBeOnThePage(Renewal renewal, @Nullable LocalDate until) {
        LocalDate today = facts.lastDay(directory.get(renewal.organisation()), renewal.kind(), renewal.row())
                .orElse(renewal.lastDay());
        if (!today.isAfter(renewal.lastDay())) {
            throw Refused.of("until", WORDS.text("not-on-page", Map.of("day", Dates.day(today))));
        }
        if (!today.equals(until)) {
            throw Refused.of("until", WORDS.text("other-day", Map.of("day", Dates.day(today))));
        }
    }

    private static void mustGiveReason(String reason) {
        if (reason.isEmpty()) {
            throw Refused.of("reason", WORDS.text("say-why"));
        }
    }

    private void record(Renewal renewal, Person by, String type, String what) {
        trail.record(Directory.EVENTS, by.id(), type, what, renewal.organisation());
    }
}
