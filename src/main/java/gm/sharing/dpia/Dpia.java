package gm.sharing.dpia;

import gm.sharing.Refused;
import gm.sharing.project.ProjectReference;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/**
 * The data protection impact assessment of a project, from the screening to the decision. What was written stays when it
 * is opened again.
 */
@Entity
@Table(name = "dpia")
public class Dpia {

    @Id
    private String reference;

    @Version
    private @Nullable Long version;

    @Enumerated(EnumType.STRING)
    private DpiaStatus status = DpiaStatus.IN_PROGRESS;

    // One select each: joined, every row would repeat the long texts.
    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "dpia_criterion", joinColumns = @JoinColumn(name = "reference"))
    @OrderColumn(name = "position")
    private List<Criterion> criteria = new ArrayList<>();

    @Column(columnDefinition = "text")
    private @Nullable String remarks;

    @Column(columnDefinition = "text")
    private @Nullable String whyStillHolds;

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

    @Embedded
    private @Nullable Description description;

    @Embedded
    private @Nullable Consultation consultation;

    @Embedded
    private @Nullable Necessity necessity;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "dpia_risk", joinColumns = @JoinColumn(name = "reference"))
    @OrderColumn(name = "position")
    private List<GradedRisk> risks = new ArrayList<>();

    /** Numbers are never given again, so that a risk is known by the same one in every version. */
    private int lastRiskNumber;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "dpia_suggested_risk", joinColumns = @JoinColumn(name = "reference"))
    @OrderColumn(name = "position")
    private List<SuggestedRisk> suggestedRisks = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "dpia_consulted_risk", joinColumns = @JoinColumn(name = "reference"))
    @Column(name = "number")
    private Set<Integer> consultedRisks = new HashSet<>();

    @Embedded
    private @Nullable Advice advice;

    @Embedded
    @AttributeOverride(name = "person", column = @Column(name = "advised_by"))
    @AttributeOverride(name = "name", column = @Column(name = "advised_name"))
    @AttributeOverride(name = "at", column = @Column(name = "advised_at"))
    private @Nullable By advised;

    /** Whether the advice was given on what is written now. */
    private boolean adviceStands;

    @Embedded
    private @Nullable DpiaDecision decision;

    @Embedded
    @AttributeOverride(name = "person", column = @Column(name = "decided_by"))
    @AttributeOverride(name = "name", column = @Column(name = "decided_name"))
    @AttributeOverride(name = "at", column = @Column(name = "decided_at"))
    private @Nullable By decided;

    protected Dpia() {}

    Dpia(ProjectReference reference) {
        this.reference = reference.value();
    }

    /**
     * Takes the lead's answers to the screening. An approved assessment stays approved when the lead says why it also
     * covers the project as it is now, and the project meets no criterion that it did not meet before. Otherwise the
     * assessment is open again.
     *
     * @return whether it stays approved
     */
    boolean screen(Screening answers) {
        boolean staysApproved = status == DpiaStatus.APPROVED
                && Boolean.TRUE.equals(answers.stillHolds())
                && new HashSet<>(criteria).containsAll(answers.criteria());
        if (staysApproved && answers.whyStillHolds() == null) {
            throw new Refused("Say why the approved DPIA also covers the project as it is now.");
        }
        whyStillHolds = staysApproved ? answers.whyStillHolds() : null;
        criteria.clear();
        criteria.addAll(answers.criteria());
        remarks = answers.remarks();
        screeningOutcome = null;
        screeningReason = null;
        need = null;
        needDecided = null;
        if (!staysApproved) {
            reopen();
        }
        return staysApproved;
    }

    void screened(ScreeningOutcome outcome, String reason) {
        screeningOutcome = outcome;
        screeningReason = reason;
    }

    /** Takes what the data protection officer says where the screening leaves it to a person. */
    void decideNeed(NoDpia answers, By by) {
        if (screeningOutcome == null) {
            throw new Refused("The screening has to be answered first.");
        }
        if (screeningOutcome == ScreeningOutcome.REQUIRED) {
            throw new Refused("The screening says that a DPIA is required. Nobody can confirm that none is needed.");
        }
        need = answers;
        needDecided = by;
        if (!answers.dpiaNeeded()) {
            status = DpiaStatus.NOT_REQUIRED;
        }
    }

    /** Opens a decided assessment again, so that what was written can be revised. */
    void reopen() {
        status = DpiaStatus.IN_PROGRESS;
        adviceStands = false;
        whyStillHolds = null;
    }

    void describe(Description answers) {
        change();
        description = answers;
    }

    void consult(Consultation answers) {
        change();
        if (answers.asksIndividuals() && answers.views() == null) {
            throw new Refused("Say when and how individuals are asked for their views, and what they say.");
        }
        if (!answers.asksIndividuals() && answers.whyNotAsked() == null) {
            throw new Refused("Say why it is not appropriate to ask individuals for their views.");
        }
        consultation = answers;
    }

    void assessNecessity(Necessity answers) {
        change();
        necessity = answers;
    }

    /**
     * Offers the lead risks that fit the project. What was offered before is not offered again, whether the lead took it
     * up or removed it.
     *
     * @return how many are new
     */
    int suggestRisks(List<RiskSuggestion> suggestions) {
        if (isDecided()) {
            throw decidedAlready();
        }
        int before = suggestedRisks.size();
        for (RiskSuggestion suggestion : suggestions) {
            if (suggestedRisks.stream().noneMatch(known -> known.code().equals(suggestion.code()))) {
                suggestedRisks.add(new SuggestedRisk(
                        ++lastRiskNumber,
                        suggestion.code(),
                        suggestion.source(),
                        suggestion.impact(),
                        suggestion.likelihood(),
                        suggestion.severity(),
                        suggestion.measure(),
                        true));
            }
        }
        return suggestedRisks.size() - before;
    }

    /**
     * Takes the rows of the risks. Rows without a number get the next one.
     *
     * @param ownerNames the names of their owners
     */
    void assessRisks(List<Risk> answers, UnaryOperator<String> ownerNames) {
        change();
        if (answers.isEmpty()) {
            throw new Refused("Name at least one risk.");
        }
        checkNumbers(answers);
        for (int row = 0; row < answers.size(); row++) {
            check(row + 1, answers.get(row));
        }
        List<GradedRisk> written = new ArrayList<>();
        for (Risk risk : answers) {
            Risk numbered = risk.number() == 0 ? risk.numbered(++lastRiskNumber) : risk;
            written.add(GradedRisk.notYet(numbered, ownerNames.apply(numbered.owner())));
        }
        risks.clear();
        risks.addAll(written);
        suggestedRisks.replaceAll(SuggestedRisk::settled);
    }

    private void checkNumbers(List<Risk> answers) {
        Set<Integer> known = new HashSet<>();
        risks.forEach(graded -> known.add(graded.risk().number()));
        openSuggestions().forEach(suggestion -> known.add(suggestion.number()));
        for (int row = 0; row < answers.size(); row++) {
            Risk risk = answers.get(row);
            if (risk.number() != 0 && !known.remove(risk.number())) {
                throw new Refused("Risks, row %d, Number: %s is not a risk of this assessment, or stands in two rows."
                        .formatted(row + 1, risk.label()));
            }
        }
    }

    private static void check(int number, Risk risk) {
        if (risk.residualLikelihood().compareTo(risk.likelihood()) > 0
                || risk.residualSeverity().compareTo(risk.severity()) > 0) {
            throw new Refused("Risks, row " + number
                    + ": with the measure in place harm cannot be more likely or more severe" + " than before.");
        }
        if (risk.effect() == Effect.ACCEPTED
                && (risk.residualLikelihood() != risk.likelihood() || risk.residualSeverity() != risk.severity())) {
            throw new Refused(
                    "Risks, row " + number + ": a risk that is accepted stays as likely and as severe as it was.");
        }
        if (risk.effect() == Effect.ELIMINATED && risk.residualLikelihood() != Likelihood.REMOTE) {
            throw new Refused(
                    "Risks, row " + number + ": harm from a risk that is eliminated is at most a remote possibility.");
        }
    }

    /**
     * Gives every risk its level before and after its measure.
     *
     * @return whether a risk stays high
     */
    boolean grade(RiskGrading grading) {
        if (isDecided()) {
            throw decidedAlready();
        }
        risks.replaceAll(risk -> risk.by(grading));
        return residualHigh();
    }

    void advise(Advice answers, By by) {
        if (isDecided()) {
            throw decidedAlready();
        }
        if (!answers.sendsBack()) {
            requireComplete();
        }
        advice = answers;
        advised = by;
        adviceStands = !answers.sendsBack();
    }

    private void requireComplete() {
        if (description == null) {
            throw incomplete("the description of the processing");
        }
        if (consultation == null) {
            throw incomplete("the consultation, or why there is none");
        }
        if (necessity == null) {
            throw incomplete("necessity and proportionality");
        }
        if (risks.isEmpty() || !risks.stream().allMatch(GradedRisk::isGraded)) {
            throw incomplete("the risks and their levels");
        }
    }

    private static Refused incomplete(String missing) {
        return new Refused("The DPIA is not complete: " + missing + " is missing.");
    }

    void decide(DpiaDecision answers, By by) {
        if (isDecided()) {
            throw decidedAlready();
        }
        if (advice == null || !adviceStands) {
            throw new Refused(
                    "The data protection officer has to advise on the DPIA as it is now before it is decided.");
        }
        if (answers.reasons() == null && !answers.approves()) {
            throw new Refused("Give the reasons for rejecting the DPIA.");
        }
        if (answers.reasons() == null && advice.isAgainst()) {
            throw new Refused("Give the reasons for deciding against the data protection officer's advice.");
        }
        if (answers.departsFromViews() && answers.departureReasons() == null) {
            throw new Refused("Give the reasons for departing from the views of those who were consulted.");
        }
        if (answers.approves() && isConsultationNeeded()) {
            throw new Refused(
                    "A risk stays high with its measures in place, so the DPIA cannot be approved: Article 36 of"
                            + " UK GDPR asks to consult the Information Commissioner before the sharing starts. Reject the DPIA, so"
                            + " that the risk is reduced.");
        }
        decision = answers;
        decided = by;
        status = answers.approves() ? DpiaStatus.APPROVED : DpiaStatus.REJECTED;
    }

    /**
     * Takes how the prior consultation ended (Article 36 of UK GDPR).
     *
     * @param highRisks the numbers of the risks that it was about
     */
    void consulted(ConsultationOutcome outcome, Set<Integer> highRisks) {
        if (isDecided()) {
            throw decidedAlready();
        }
        if (outcome == ConsultationOutcome.GO_ON) {
            consultedRisks.addAll(highRisks);
        } else {
            consultedRisks.removeAll(highRisks);
        }
    }

    /** What is written can be changed; advice given before is no longer about it. */
    private void change() {
        if (isDecided()) {
            throw decidedAlready();
        }
        adviceStands = false;
    }

    private static Refused decidedAlready() {
        return new Refused("The DPIA is decided. It has to be opened again before it can be changed.");
    }

    public ProjectReference reference() {
        return new ProjectReference(reference);
    }

    public DpiaStatus status() {
        return status;
    }

    public boolean isDecided() {
        return status != DpiaStatus.IN_PROGRESS;
    }

    /** The criteria of the screening that the project meets, in the words of the lists. */
    public List<String> criteria() {
        return criteria.stream().map(Criterion::words).toList();
    }

    /** Those of the criteria that are on one list. */
    List<String> criteria(CriteriaList list) {
        return criteria.stream()
                .filter(criterion -> criterion.list() == list)
                .map(Criterion::words)
                .toList();
    }

    /** What the lead ticked and remarked at the last screening, to go on from when it is answered again. */
    public Screening screening() {
        return new Screening(
                criteria(CriteriaList.ALWAYS),
                criteria(CriteriaList.ICO),
                criteria(CriteriaList.ICO_PLUS),
                criteria(CriteriaList.WP248),
                remarks,
                null,
                null);
    }

    public Optional<ScreeningOutcome> screeningOutcome() {
        return Optional.ofNullable(screeningOutcome);
    }

    public Optional<String> screeningReason() {
        return Optional.ofNullable(screeningReason);
    }

    /** What the data protection officer said where the screening left it open. */
    public Optional<NoDpia> need() {
        return Optional.ofNullable(need);
    }

    public Optional<By> needDecided() {
        return Optional.ofNullable(needDecided);
    }

    public Optional<Description> description() {
        return Optional.ofNullable(description);
    }

    public Optional<Consultation> consultation() {
        return Optional.ofNullable(consultation);
    }

    public Optional<Necessity> necessity() {
        return Optional.ofNullable(necessity);
    }

    public List<GradedRisk> risks() {
        return List.copyOf(risks);
    }

    /** What was ever suggested, in the order of its numbers. */
    public List<SuggestedRisk> suggestedRisks() {
        return List.copyOf(suggestedRisks);
    }

    /** What was suggested since the risks were last written. */
    public List<SuggestedRisk> openSuggestions() {
        return suggestedRisks.stream().filter(SuggestedRisk::offered).toList();
    }

    /** Whether a risk stays high with its measures in place; then Article 36 of UK GDPR applies. */
    public boolean residualHigh() {
        return risks.stream().anyMatch(GradedRisk::staysHigh);
    }

    /** The numbers of the risks that stay high with their measures in place. */
    public List<Integer> highRisks() {
        return risks.stream()
                .filter(GradedRisk::staysHigh)
                .map(graded -> graded.risk().number())
                .toList();
    }

    /** Whether a risk stays high on which the Information Commissioner was not consulted. */
    public boolean isConsultationNeeded() {
        return !consultedRisks.containsAll(highRisks());
    }

    /** The last advice; when the assessment was changed since, it is no longer about what is written now. */
    public Optional<Advice> advice() {
        return Optional.ofNullable(advice);
    }

    public Optional<By> advised() {
        return Optional.ofNullable(advised);
    }

    /** The last decision; when the assessment was opened again since, it no longer holds. */
    public Optional<DpiaDecision> decision() {
        return Optional.ofNullable(decision);
    }

    public Optional<By> decided() {
        return Optional.ofNullable(decided);
    }

    /** Why an approved assessment also covers the project as it was revised since. */
    public Optional<String> whyStillHolds() {
        return Optional.ofNullable(whyStillHolds);
    }

    /** The criteria that the project meets and what became of them. */
    public Step screeningStep() {
        return Step.screening(this);
    }

    /** Everything that was written before the advice, to be read as a whole. */
    public List<Step> steps() {
        return Step.of(this);
    }

    /** What the agreement and its partners are told of the assessment. */
    public DpiaOutcome outcome() {
        return DpiaOutcome.of(this);
    }
}
