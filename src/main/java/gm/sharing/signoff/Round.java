package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    protected Round() {}

    Round(ProjectReference reference, int number, String agreedVersion, String digest, Instant openedAt, Instant due) {
        this.project = reference.value();
        this.number = number;
        this.agreedVersion = agreedVersion;
        this.digest = digest;
        this.openedAt = openedAt;
        this.due = due;
    }

    /** Closes the round on what its sign-offs say. */
    RoundOutcome conclude(List<SignOff> signOffs, Instant now) {
        if (outcome == null) {
            outcome = outcomeOf(signOffs);
            close(signOffs, now);
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

    private static RoundOutcome outcomeOf(List<SignOff> signOffs) {
        if (isStopped(signOffs)) {
            return RoundOutcome.STOPPED;
        }
        signOffs.stream().filter(SignOff::isOpen).findFirst().ifPresent(open -> {
            throw new IllegalStateException(open.partner() + " has not decided in round " + open.round());
        });
        if (signOffs.stream().anyMatch(signOff -> hasDecided(signOff, Decision.REFUSE))) {
            return RoundOutcome.REFUSED;
        }
        if (signOffs.stream().anyMatch(signOff -> hasDecided(signOff, Decision.REQUEST_CHANGES))) {
            return RoundOutcome.CHANGES_REQUESTED;
        }
        return signOffs.stream().allMatch(SignOff::isSigned) ? RoundOutcome.ALL_SIGNED : RoundOutcome.GO_ON_WITHOUT;
    }

    static boolean isStopped(List<SignOff> signOffs) {
        return signOffs.stream().anyMatch(signOff -> signOff.wasDecidedByBoard(StalledDecision.Choice.STOP));
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
        if (fourEyes.leads(by.id())) {
            throw new Refused("You lead this project, so somebody else on the Information Board has to decide.");
        }
        ruling = new RefusalRuling(decision.decision(), decision.reasons(), by.id(), by.name(), now);
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
