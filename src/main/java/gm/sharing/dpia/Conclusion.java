package gm.sharing.dpia;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an assessment stands, and what was decided on it last. */
@Embeddable
class Conclusion {

    @Enumerated(EnumType.STRING)
    private DpiaStatus status = DpiaStatus.IN_PROGRESS;

    @Embedded
    private @Nullable DpiaDecision decision;

    @Embedded
    @AttributeOverride(name = "person", column = @Column(name = "decided_by"))
    @AttributeOverride(name = "name", column = @Column(name = "decided_name"))
    @AttributeOverride(name = "at", column = @Column(name = "decided_at"))
    private @Nullable By decided;

    protected Conclusion() {}

    void mustBeOpen() {
        if (status.isDecided()) {
            throw new Refused("The DPIA is decided. It has to be opened again before it can be changed.");
        }
    }

    /** What was decided last no longer holds, and is kept to be read. */
    void reopen() {
        status = DpiaStatus.IN_PROGRESS;
    }

    void stop() {
        status = DpiaStatus.STOPPED;
    }

    /** The data protection officer advised whether a DPIA is needed. */
    void adviseOnNeed(boolean needed) {
        decision = null;
        decided = null;
        if (!needed) {
            status = DpiaStatus.NOT_REQUIRED;
        }
    }

    /** The lead organisation decides on that advice. */
    void decideNeed(NeedDecision answers, By by) {
        if (status != DpiaStatus.NOT_REQUIRED || decided != null) {
            throw new Refused("The data protection officer has to advise that no DPIA is needed before it is decided.");
        }
        if (answers.dpiaNeeded() && answers.reasons() == null) {
            throw Refused.of(
                    "reasons", "give the reasons for carrying out a DPIA although none was found to be needed.");
        }
        if (answers.dpiaNeeded()) {
            status = DpiaStatus.IN_PROGRESS;
        } else {
            decision =
                    new DpiaDecision(Verdict.APPROVE, answers.reasons(), answers.role(), false, null, answers.role());
            decided = by;
        }
    }

    void decide(DpiaDecision answers, AdviceRound round, RiskRegister register, By by) {
        mustBeOpen();
        if (round.isUnanswered()) {
            throw new Refused(
                    "The data protection officer has to advise on the DPIA as it is now before it is decided.");
        }
        if (answers.reasons() == null && !answers.approves()) {
            throw Refused.of("reasons", "give the reasons for rejecting the DPIA.");
        }
        if (answers.reasons() == null && round.isAgainst() && round.overruling().isEmpty()) {
            throw Refused.of("reasons", "give the reasons for deciding against the data protection officer’s advice.");
        }
        if (answers.reasons() == null
                && !round.isGiven()
                && round.missingAdvice().isEmpty()) {
            throw Refused.of("reasons", "give the reasons for deciding without a data protection officer’s advice.");
        }
        if (answers.departsFromViews() && answers.departureReasons() == null) {
            throw Refused.of(
                    "departureReasons", "give the reasons for departing from the views of those who were consulted.");
        }
        if (answers.approves() && register.isConsultationNeeded()) {
            throw Refused.of(
                    "decision",
                    "a risk stays high with its measures in place, so you cannot approve the DPIA before the"
                            + " Information Commissioner is consulted (UK GDPR, Article 36). Reject the DPIA, so that the"
                            + " risk is reduced.");
        }
        decision = answers;
        decided = by;
        status = answers.approves() ? DpiaStatus.APPROVED : DpiaStatus.REJECTED;
    }

    DpiaStatus status() {
        return status;
    }

    /** The last decision, whether or not it still holds. */
    Optional<DpiaDecision> decision() {
        return Optional.ofNullable(decision);
    }

    Optional<By> decided() {
        return Optional.ofNullable(decided);
    }
}
