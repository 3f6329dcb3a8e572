package gm.sharing.dpia;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import gm.sharing.organisation.OrganisationCode;
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
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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

    // One select each, as above.
    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "dpia_section", joinColumns = @JoinColumn(name = "reference"))
    @MapKeyColumn(name = "section")
    @MapKeyEnumerated(EnumType.STRING)
    private Map<DpiaSection, SectionState> sections = new HashMap<>();

    @Embedded
    private @Nullable Consultation consultation;

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

    /** Why a risk that stays high cannot be reduced. */
    @Column(columnDefinition = "text")
    private @Nullable String whyNotReduced;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "dpia_consulted_risk", joinColumns = @JoinColumn(name = "reference"))
    @Column(name = "number")
    private Set<Integer> consultedRisks = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "dpia_advice", joinColumns = @JoinColumn(name = "reference"))
    @OrderColumn(name = "position")
    private List<OrganisationAdvice> advice = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "dpia_mark", joinColumns = @JoinColumn(name = "reference"))
    @OrderColumn(name = "position")
    private List<MarkedSection> marks = new ArrayList<>();

    @Embedded
    private @Nullable MissingAdvice missingAdvice;

    @Embedded
    @AttributeOverride(name = "person", column = @Column(name = "missing_advice_by"))
    @AttributeOverride(name = "name", column = @Column(name = "missing_advice_name"))
    @AttributeOverride(name = "at", column = @Column(name = "missing_advice_at"))
    private @Nullable By missingAdviceExplained;

    @Embedded
    private @Nullable Overruling overruling;

    /** What the signatory wants mended after advice against the processing. */
    @Column(columnDefinition = "text")
    private @Nullable String mendReasons;

    @Embedded
    @AttributeOverride(name = "person", column = @Column(name = "mend_by"))
    @AttributeOverride(name = "name", column = @Column(name = "mend_name"))
    @AttributeOverride(name = "at", column = @Column(name = "mend_at"))
    private @Nullable By mendAsked;

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

    /** Takes the lead's answers to the screening; what was found and decided on the last ones no longer counts. */
    void screen(Screening answers) {
        if (status == DpiaStatus.APPROVED
                && Boolean.TRUE.equals(answers.stillHolds())
                && answers.whyStillHolds() == null) {
            throw Refused.of("whyStillHolds", "say why the approved DPIA also covers the project as it is now.");
        }
        screening = answers;
        screeningOutcome = null;
        screeningReason = null;
        need = null;
        needDecided = null;
    }

    /**
     * Takes the criteria that were found in what the lead said. An approved assessment stays approved when the lead said
     * why it also covers the project as it is now, and the project meets no criterion that it did not meet before.
     * Otherwise the assessment is open again.
     *
     * @return whether it stays approved
     */
    boolean meets(List<Criterion> found) {
        if (screening == null) {
            throw new Refused("The screening has to be answered first.");
        }
        boolean staysApproved = status == DpiaStatus.APPROVED
                && Boolean.TRUE.equals(screening.stillHolds())
                && found.stream().allMatch(one -> criteria.stream().anyMatch(one::isSameAs));
        criteria.clear();
        criteria.addAll(found);
        if (!staysApproved) {
            reopen();
            consultedRisks.clear();
        }
        return staysApproved;
    }

    void screened(ScreeningOutcome outcome, String reason) {
        screeningOutcome = outcome;
        screeningReason = reason;
    }

    /** The lead organisation decides on that advice; what its data protection officer advised stays beside it. */
    void decideNeed(NeedDecision answers, By by) {
        if (status != DpiaStatus.NOT_REQUIRED || need == null || decided != null) {
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

    /** Takes what the data protection officer advises where the screening leaves it to people. */
    void adviseOnNeed(NoDpia answers, By by) {
        if (screeningOutcome == null) {
            throw new Refused("The screening has to be answered first.");
        }
        if (screeningOutcome == ScreeningOutcome.REQUIRED) {
            throw new Refused("The screening says that a DPIA is required. Nobody can confirm that none is needed.");
        }
        need = answers;
        needDecided = by;
        decision = null;
        decided = null;
        if (!answers.dpiaNeeded()) {
            status = DpiaStatus.NOT_REQUIRED;
        }
    }

    /** Opens every section again, so that what was written can be revised. */
    void reopen() {
        open(EnumSet.allOf(DpiaSection.class));
    }

    /** Opens sections, so that they can be revised; what was decided and advised no longer holds. */
    void open(Set<DpiaSection> which) {
        if (which.isEmpty()) {
            throw Refused.of("sections", "choose at least one section of the DPIA.");
        }
        status = DpiaStatus.IN_PROGRESS;
        screening = screening == null ? null : screening.askedAgain();
        overruling = null;
        missingAdvice = null;
        missingAdviceExplained = null;
        advice.replaceAll(one -> one.requestedAgain(null));
        which.forEach(section -> sections.merge(section, new SectionState(true, null), (old, fresh) -> old.reopened()));
    }

    /** Takes that a section was written of which no rule reads an answer. */
    void write(DpiaSection section, By by) {
        save(section, by);
    }

    void consult(Consultation answers, By by) {
        requireOpen(DpiaSection.CONSULTATION);
        if (answers.asksIndividuals() && answers.views() == null) {
            throw Refused.of("views", "say when and how individuals are asked for their views, and what they say.");
        }
        if (!answers.asksIndividuals() && answers.whyNotAsked() == null) {
            throw Refused.of("whyNotAsked", "say why it is not appropriate to ask individuals for their views.");
        }
        save(DpiaSection.CONSULTATION, by);
        consultation = answers;
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
    void assessRisks(List<Risk> answers, UnaryOperator<String> ownerNames, By by) {
        requireOpen(DpiaSection.RISKS);
        new RiskRules(risks.stream().map(GradedRisk::risk).toList(), openSuggestions(), by.on()).check(answers);
        save(DpiaSection.RISKS, by);
        whyNotReduced = null;
        List<GradedRisk> written = new ArrayList<>();
        for (Risk risk : answers) {
            Risk numbered = risk.number() == 0 ? risk.numbered(++lastRiskNumber) : risk;
            written.add(GradedRisk.notYet(numbered, ownerNames.apply(numbered.owner())));
        }
        risks.clear();
        risks.addAll(written);
        suggestedRisks.replaceAll(SuggestedRisk::settled);
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

    /**
     * Takes what the lead does about a risk that stays high.
     *
     * @return whether the Information Commissioner is to be consulted
     */
    boolean answerHighRisk(HighRiskAnswer answers) {
        if (isDecided()) {
            throw decidedAlready();
        }
        boolean consults = answers.answer() == HighRiskAnswer.Way.CONSULT;
        if (consults && answers.whyNotReduced() == null) {
            throw Refused.of(
                    "whyNotReduced",
                    "say why the risk cannot be reduced any further: the Information Commissioner asks for it.");
        }
        whyNotReduced = consults ? answers.whyNotReduced() : null;
        if (!consults) {
            open(EnumSet.of(DpiaSection.RISKS));
        }
        return consults;
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
        switch (outcome) {
            case GO_ON -> {
                consultedRisks.addAll(highRisks);
                open(EnumSet.of(DpiaSection.RISKS));
            }
            case CHANGE -> {
                consultedRisks.removeAll(highRisks);
                reopen();
            }
            case STOP -> {
                consultedRisks.removeAll(highRisks);
                status = DpiaStatus.STOPPED;
            }
        }
    }

    /** Asks the data protection officers of these organisations for advice on what is written now. */
    void requestAdvice(List<OrganisationCode> organisations, @Nullable LocalDate reviewBy) {
        if (isDecided()) {
            throw decidedAlready();
        }
        requireComplete();
        mendReasons = null;
        mendAsked = null;
        var requested = organisations.stream()
                .map(organisation -> adviceOf(organisation)
                        .map(before -> before.requestedAgain(reviewBy))
                        .orElseGet(() -> OrganisationAdvice.requestedOf(organisation, reviewBy)))
                .toList();
        advice.clear();
        advice.addAll(requested);
        marks.removeIf(mark -> !organisations.contains(mark.organisation()));
    }

    void advise(OrganisationCode organisation, Advice answers, By by) {
        if (isDecided()) {
            throw decidedAlready();
        }
        requireComplete();
        answers.mustBeClear(by.on());
        replaceAdvice(organisation, asked -> asked.given(answers, by));
        marks.removeIf(mark -> mark.organisation().equals(organisation));
        answers.marks().forEach((section, mark) -> marks.add(new MarkedSection(organisation, section, mark)));
    }

    /** Closes a request for advice that nobody answered. */
    void closeUnanswered(OrganisationCode organisation) {
        replaceAdvice(organisation, OrganisationAdvice::unanswered);
    }

    private void replaceAdvice(OrganisationCode organisation, UnaryOperator<OrganisationAdvice> change) {
        if (adviceOf(organisation).isEmpty()) {
            throw new Refused("The data protection officer of this organisation was not asked for advice.");
        }
        advice.replaceAll(one -> one.organisation().equals(organisation) ? change.apply(one) : one);
    }

    /**
     * Sends the sections back that a data protection officer marked as to fix.
     *
     * @return the sections; empty when nobody sent the assessment back
     */
    Set<DpiaSection> sendBack() {
        var toFix = sectionsToFix();
        if (!toFix.isEmpty()) {
            open(toFix);
        }
        return toFix;
    }

    /** Who sent it back last; empty when nobody did. */
    Optional<By> sentBackBy() {
        return advice.stream()
                .filter(one -> one.isGiven() && one.view() == DpoView.SEND_BACK)
                .flatMap(one -> Stream.ofNullable(one.by()))
                .max(Comparator.comparing(By::at));
    }

    private Set<DpiaSection> sectionsToFix() {
        var sendingBack = advice.stream()
                .filter(one -> one.isGiven() && one.view() == DpoView.SEND_BACK)
                .map(OrganisationAdvice::organisation)
                .collect(toSet());
        return marks.stream()
                .filter(mark -> mark.mark().isToFix() && sendingBack.contains(mark.organisation()))
                .map(MarkedSection::section)
                .collect(toCollection(() -> EnumSet.noneOf(DpiaSection.class)));
    }

    void explainMissingAdvice(MissingAdvice answers, By by) {
        if (isDecided()) {
            throw decidedAlready();
        }
        missingAdvice = answers;
        missingAdviceExplained = by;
    }

    /** Takes how the signatory weighs advice against the processing. */
    void weigh(Objection answers, By by) {
        if (isDecided()) {
            throw decidedAlready();
        }
        if (answers.decision() == Objection.Weighing.MEND) {
            open(answers.sections().isEmpty() ? Set.of() : EnumSet.copyOf(answers.sections()));
            mendReasons = answers.reasons();
            mendAsked = by;
        } else {
            overruling = new Overruling(answers.reasons(), answers.role(), by);
        }
    }

    private void requireComplete() {
        requireWritten("the need for it", DpiaSection.NEED);
        requireWritten(
                "the description of the processing",
                DpiaSection.NATURE,
                DpiaSection.SCOPE,
                DpiaSection.CONTEXT,
                DpiaSection.PURPOSES);
        requireWritten("the consultation, or why there is none", DpiaSection.CONSULTATION);
        requireWritten("necessity and proportionality", DpiaSection.NECESSITY);
        if (risks.isEmpty() || !risks.stream().allMatch(GradedRisk::isGraded)) {
            throw incomplete("the risks and their levels");
        }
    }

    private void requireWritten(String what, DpiaSection... which) {
        if (!Stream.of(which).allMatch(one -> section(one).isWritten())) {
            throw incomplete(what);
        }
    }

    private static Refused incomplete(String missing) {
        return new Refused("The DPIA is not complete: " + missing + " is missing.");
    }

    void decide(DpiaDecision answers, By by) {
        if (isDecided()) {
            throw decidedAlready();
        }
        if (advice.stream().allMatch(one -> one.state() == AdviceState.REQUESTED)) {
            throw new Refused(
                    "The data protection officer has to advise on the DPIA as it is now before it is decided.");
        }
        if (answers.reasons() == null && !answers.approves()) {
            throw Refused.of("reasons", "give the reasons for rejecting the DPIA.");
        }
        if (answers.reasons() == null && isAdvisedAgainst() && overruling == null) {
            throw Refused.of("reasons", "give the reasons for deciding against the data protection officer's advice.");
        }
        if (answers.reasons() == null
                && advice.stream().noneMatch(OrganisationAdvice::isGiven)
                && missingAdvice == null) {
            throw Refused.of("reasons", "give the reasons for deciding without a data protection officer's advice.");
        }
        if (answers.departsFromViews() && answers.departureReasons() == null) {
            throw Refused.of(
                    "departureReasons", "give the reasons for departing from the views of those who were consulted.");
        }
        if (answers.approves() && isConsultationNeeded()) {
            throw Refused.of(
                    "decision",
                    "a risk stays high with its measures in place, so the DPIA cannot be approved: Article 36 of"
                            + " UK GDPR asks to consult the Information Commissioner before the sharing starts. Reject the DPIA, so"
                            + " that the risk is reduced.");
        }
        decision = answers;
        decided = by;
        status = answers.approves() ? DpiaStatus.APPROVED : DpiaStatus.REJECTED;
    }

    private void save(DpiaSection section, By by) {
        requireOpen(section);
        sections.put(section, SectionState.savedBy(by));
        advice.replaceAll(one -> one.requestedAgain(null));
    }

    /** Somebody else may have saved the section since it was shown. */
    private void requireOpen(DpiaSection section) {
        if (isDecided()) {
            throw decidedAlready();
        }
        var state = section(section);
        if (!state.open()) {
            throw new Refused(savedAlready(section, state.saved()));
        }
    }

    private static String savedAlready(DpiaSection section, @Nullable By saved) {
        return saved == null
                ? "The section “%s” is not open.".formatted(section.label())
                : "The section “%s” was already saved by %s on %s. What you typed was not saved; copy it before you leave the form."
                        .formatted(section.label(), saved.name(), saved.moment());
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

    /** The criteria of the screening that the project meets, each with what led to it. */
    public List<Criterion> criteria() {
        return List.copyOf(criteria);
    }

    /** What the lead answered at the last screening; empty when that was before these questions were asked. */
    public Optional<Screening> screening() {
        return Optional.ofNullable(screening).filter(answers -> answers.automatedDecisions() != null);
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

    /** The section as it stands; closed when it was never opened. */
    public SectionState section(DpiaSection section) {
        return sections.getOrDefault(section, new SectionState(false, null));
    }

    /** The sections that wait to be written, in their order. */
    public Set<DpiaSection> openSections() {
        return sections.entrySet().stream()
                .filter(entry -> entry.getValue().open())
                .map(Map.Entry::getKey)
                .collect(toCollection(() -> EnumSet.noneOf(DpiaSection.class)));
    }

    public Optional<Consultation> consultation() {
        return Optional.ofNullable(consultation);
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

    /** What was suggested and the lead did not take up. */
    public List<SuggestedRisk> leftOutSuggestions() {
        return suggestedRisks.stream()
                .filter(suggestion -> !suggestion.offered()
                        && risks.stream().noneMatch(graded -> graded.risk().number() == suggestion.number()))
                .toList();
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

    /** Why a risk that stays high cannot be reduced, as the Information Commissioner is told. */
    public Optional<String> whyNotReduced() {
        return Optional.ofNullable(whyNotReduced);
    }

    /** What each data protection officer was asked and advised, the lead organisation's first. */
    public List<OrganisationAdvice> advice() {
        return List.copyOf(advice);
    }

    /** What the data protection officer of the organisation was asked and advised; empty when nobody asked. */
    public Optional<OrganisationAdvice> adviceOf(OrganisationCode organisation) {
        return advice.stream()
                .filter(one -> one.organisation().equals(organisation))
                .findFirst();
    }

    /** How the sections were marked when they were last reviewed, in the order of the advisers and the sections. */
    public List<MarkedSection> marks() {
        return List.copyOf(marks);
    }

    /** How the section was marked when it was last reviewed. */
    public List<MarkedSection> marksOf(DpiaSection section) {
        return marks.stream().filter(mark -> mark.section() == section).toList();
    }

    /** What the data protection officers want to see improved, with an owner and a date. */
    public List<Improvement> improvements() {
        return marks.stream().flatMap(mark -> improvement(mark).stream()).toList();
    }

    private static Optional<Improvement> improvement(MarkedSection marked) {
        SectionMark mark = marked.mark();
        return mark.mark() != Mark.IMPROVABLE || mark.comment() == null || mark.owner() == null || mark.due() == null
                ? Optional.empty()
                : Optional.of(new Improvement(
                        marked.section(), marked.organisation(), mark.comment(), mark.owner(), mark.due()));
    }

    public AdviceTally tally() {
        return new AdviceTally(
                count(OrganisationAdvice::approves),
                count(OrganisationAdvice::isAgainst),
                count(one -> one.state() == AdviceState.REQUESTED),
                count(one -> one.state() == AdviceState.UNANSWERED));
    }

    private int count(Predicate<OrganisationAdvice> which) {
        return (int) advice.stream().filter(which).count();
    }

    /** Whether a data protection officer advises against the processing as it is written now. */
    public boolean isAdvisedAgainst() {
        return advice.stream().anyMatch(OrganisationAdvice::isAgainst);
    }

    /** Why advice could not be had; empty when it could. */
    public Optional<MissingAdvice> missingAdvice() {
        return Optional.ofNullable(missingAdvice);
    }

    public Optional<By> missingAdviceExplained() {
        return Optional.ofNullable(missingAdviceExplained);
    }

    /** That and why the signatory went on against advice. */
    public Optional<Overruling> overruling() {
        return Optional.ofNullable(overruling);
    }

    /** What the signatory wants mended after advice against the processing; empty once it was mended. */
    public Optional<String> mendReasons() {
        return Optional.ofNullable(mendReasons);
    }

    public Optional<By> mendAsked() {
        return Optional.ofNullable(mendAsked);
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
        return screening()
                .filter(answers -> Boolean.TRUE.equals(answers.stillHolds()))
                .map(Screening::whyStillHolds);
    }

    /** Where the assessment stands, in one sentence. */
    public String headline() {
        return DpiaOutcome.headline(this);
    }

    /** What the agreement and its partners are told of the assessment. */
    DpiaOutcome outcome(Function<OrganisationCode, String> nameOf) {
        return DpiaOutcome.of(this, nameOf);
    }
}
