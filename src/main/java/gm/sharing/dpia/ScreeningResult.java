package gm.sharing.dpia;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** What the lead answered to the screening, what was found in it, and what the data protection officer said to that. */
@Embeddable
public class ScreeningResult {

    // One select each: joined, every row would repeat the long texts.
    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "dpia_criterion", joinColumns = @JoinColumn(name = "reference"))
    @OrderColumn(name = "position")
    private List<Criterion> criteria = new ArrayList<>();

    @Embedded
    private @Nullable Screening screening;

    @Enumerated(EnumType.STRING)
    private @Nullable ScreeningOutcome screeningOutcome;

    @Column(columnDefinition = "text")
    private @Nullable String screeningReason;

    @Embedded
    private @Nullable NoDpia need;

    @Embedded
    @AttributeOverride(name = "person", column = @Column(name = "need_decided_by"))
    @AttributeOverride(name = "name", column = @Column(name = "need_decided_name"))
    @AttributeOverride(name = "at", column = @Column(name = "need_decided_at"))
    private @Nullable By needDecided;

    protected ScreeningResult() {}

    /** Takes the lead's answers; what was found and advised on the last ones no longer counts. */
    void answer(Screening answers) {
        screening = answers;
        screeningOutcome = null;
        screeningReason = null;
        need = null;
        needDecided = null;
    }

    /**
     * Takes the criteria that were found in what the lead said.
     *
     * @return whether the lead said that the assessment still holds, and none of them is new
     */
    boolean meets(List<Criterion> found) {
        if (screening == null) {
            throw notAnswered();
        }
        boolean holds = Boolean.TRUE.equals(screening.stillHolds())
                && found.stream().allMatch(one -> criteria.stream().anyMatch(one::isSameAs));
        criteria.clear();
        criteria.addAll(found);
        return holds;
    }

    void found(ScreeningOutcome outcome, String reason) {
        screeningOutcome = outcome;
        screeningReason = reason;
    }

    /** Takes what the data protection officer advises where the screening leaves it to people. */
    void advise(NoDpia answers, By by) {
        if (screeningOutcome == null) {
            throw notAnswered();
        }
        if (screeningOutcome == ScreeningOutcome.REQUIRED) {
            throw new Refused("The screening says that a DPIA is required. Nobody can confirm that none is needed.");
        }
        need = answers;
        needDecided = by;
    }

    private static Refused notAnswered() {
        return new Refused("The screening has to be answered first.");
    }

    /** The assessment is opened again, so that the lead is asked again whether it holds. */
    void reopened() {
        screening = screening == null ? null : screening.askedAgain();
    }

    List<Criterion> criteria() {
        return List.copyOf(criteria);
    }

    /** Empty when the last screening was before these questions were asked. */
    Optional<Screening> answers() {
        return Optional.ofNullable(screening).filter(answers -> answers.automatedDecisions() != null);
    }

    Optional<ScreeningOutcome> outcome() {
        return Optional.ofNullable(screeningOutcome);
    }

    public Optional<String> reason() {
        return Optional.ofNullable(screeningReason);
    }

    public Optional<NoDpia> need() {
        return Optional.ofNullable(need);
    }

    public Optional<By> needDecided() {
        return Optional.ofNullable(needDecided);
    }

    /** Why an approved assessment also covers the project as it was revised since. */
    public Optional<String> whyStillHolds() {
        return answers()
                .filter(answers -> Boolean.TRUE.equals(answers.stillHolds()))
                .map(Screening::whyStillHolds);
    }
}
