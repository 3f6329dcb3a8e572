package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Separation;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.SignOffRule;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** A round of sign-off: one version of the agreement put to partners. It is written when it opens and when it closes only. */
@Entity
@Table(name = "sign_off_round")
public class Round {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private @Nullable Long version;

    private String project;

    private int number;

    private String agreedVersion;

    private String digest;

    private Instant openedAt;

    private Instant due;

    @Enumerated(EnumType.STRING)
    private @Nullable RoundOutcome outcome;

    private @Nullable Instant closedAt;

    @Embedded
    private @Nullable RefusalRuling ruling;

    @Embedded
    private @Nullable SignOffRule rule;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "sign_off_standing", joinColumns = @JoinColumn(name = "round"))
    @OrderColumn(name = "position")
    private List<StandingSignature> standing = new ArrayList<>();

    protected Round() {}

    /**
     * @param rule whose signatures the agreement needs
     * @param standing the signatures that stand
     */
    Round(
            ProjectReference reference,
            int number,
            String agreedVersion,
            String digest,
            Instant openedAt,
            Instant due,
            SignOffRule rule,
            List<StandingSignature> standing) {
        this.project = reference.value();
        this.number = number;
        this.agreedVersion = agreedVersion;
        this.digest = digest;
        this.openedAt = openedAt;
        this.due = due;
        this.rule = rule;
        this.standing = new ArrayList<>(standing);
    }

    /**
     * Closes the round on what its sign-offs say.
     *
     * @param signOffs of the round, and those of earlier ones whose signature would stand, had it not been withdrawn
     * @param unneeded those without whose signature the agreement can go on
     */
    RoundOutcome conclude(List<SignOff> signOffs, Set<OrganisationCode> unneeded, Instant now) {
        if (outcome == null) {
            outcome = outcomeOf(signOffs, unneeded);
            close(signOffs, now);
            if (outcome == RoundOutcome.GO_ON_WITHOUT) {
                signOffs.stream()
                        .filter(signOff -> !signOff.isSigned() && unneeded.contains(signOff.partner()))
                        .forEach(signOff -> signOff.goOnWithout(now));
            }
        }
        return outcome;
    }

    /** Closes the round without an outcome: nobody can decide any more. */
    void close(List<SignOff> signOffs, Instant now) {
        signOffs.forEach(signOff -> signOff.close(now));
        if (closedAt == null) {
            closedAt = now;
        }
    }

    private static RoundOutcome outcomeOf(List<SignOff> signOffs, Set<OrganisationCode> unneeded) {
        if (isStopped(signOffs)) {
            return RoundOutcome.STOPPED;
        }
        signOffs.stream().filter(SignOff::isOpen).findFirst().ifPresent(open -> {
            throw new IllegalStateException(open.partner() + " has not decided in round " + open.round());
        });
        if (signOffs.stream()
                .anyMatch(signOff -> hasDecided(signOff, Decision.REFUSE) && !unneeded.contains(signOff.partner()))) {
            return RoundOutcome.REFUSED;
        }
        if (signOffs.stream().anyMatch(signOff -> hasDecided(signOff, Decision.REQUEST_CHANGES))) {
            return RoundOutcome.CHANGES_REQUESTED;
        }
        return signOffs.stream().allMatch(SignOff::isSigned) ? RoundOutcome.ALL_SIGNED : RoundOutcome.GO_ON_WITHOUT;
    }

    private static boolean isStopped(List<SignOff> signOffs) {
        return signOffs.stream().anyMatch(signOff -> signOff.delay().isDecided(StalledDecision.Choice.STOP));
    }

    private static boolean hasDecided(SignOff signOff, Decision decision) {
        return signOff.decision().filter(given -> given == decision).isPresent();
    }

    void rule(RefusalDecision decision, Person by, FourEyes fourEyes, Instant now) {
        if (outcome != RoundOutcome.REFUSED) {
            throw new Refused("Nobody refused in this round: there is nothing to decide.");
        }
        if (ruling != null) {
            throw new Refused("The Information Board has already decided about this round.");
        }
        Separation.mustNotLead(fourEyes.leads(by.id()));
        ruling = new RefusalRuling(decision.decision(), decision.reasons(), By.of(by, now));
    }

    public ProjectReference reference() {
        return new ProjectReference(project);
    }

    /** Rounds of a project count from 1. */
    public int number() {
        return number;
    }

    /** The version of the agreement that the partners are asked about. */
    public String agreedVersion() {
        return agreedVersion;
    }

    /** The digest of that version's content. */
    public String digest() {
        return digest;
    }

    /** Whose signatures the agreement needs. */
    public SignOffRule rule() {
        return rule == null ? SignOffRule.ALL : rule;
    }

    /** The signatures on earlier versions that stand, each with the reason; empty for rounds before reasons were kept. */
    public List<StandingSignature> standing() {
        return List.copyOf(standing);
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** When the decisions are due, unless the Board gives a partner more time. */
    public Instant due() {
        return due;
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    /** Empty while the round is open, and when the project ended before it was concluded. */
    public Optional<RoundOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** What the Information Board decided when a partner refused. */
    public Optional<RefusalRuling> ruling() {
        return Optional.ofNullable(ruling);
    }
}
