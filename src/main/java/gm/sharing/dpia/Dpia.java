package gm.sharing.dpia;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
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

    @Embedded
    private ScreeningResult screened = new ScreeningResult();

    @Embedded
    private WrittenSections sections = new WrittenSections();

    @Embedded
    private RiskRegister register = new RiskRegister();

    @Embedded
    private AdviceRound round = new AdviceRound();

    @Embedded
    private Conclusion conclusion = new Conclusion();

    protected Dpia() {}

    Dpia(ProjectReference reference) {
        this.reference = reference.value();
    }

    /** Takes the lead's answers to the screening; what was found and decided on the last ones no longer counts. */
    void screen(Screening answers) {
        if (status() == DpiaStatus.APPROVED
                && Boolean.TRUE.equals(answers.stillHolds())
                && answers.whyStillHolds() == null) {
            throw Refused.of("whyStillHolds", "say why the approved DPIA also covers the project as it is now.");
        }
        screened.answer(answers);
    }

    /**
     * Takes the criteria that were found in what the lead said. An approved assessment stays approved when the lead said
     * why it also covers the project as it is now, and the project meets no criterion that it did not meet before.
     * Otherwise the assessment is open again.
     *
     * @return whether it stays approved
     */
    boolean meets(List<Criterion> found) {
        boolean staysApproved = screened.meets(found) && status() == DpiaStatus.APPROVED;
        if (!staysApproved) {
            reopen();
            register.forgetConsultations();
        }
        return staysApproved;
    }

    /** The lead organisation decides on that advice; what its data protection officer advised stays beside it. */
    void decideNeed(NeedDecision answers, By by) {
        conclusion.decideNeed(answers, by);
    }

    /** Takes what the data protection officer advises where the screening leaves it to people. */
    void adviseOnNeed(NoDpia answers, By by) {
        screened.advise(answers, by);
        conclusion.adviseOnNeed(answers.dpiaNeeded());
    }

    /** Opens every section again, so that what was written can be revised. */
    void reopen() {
        open(EnumSet.allOf(DpiaSection.class));
    }

    /** Opens sections, so that they can be revised; what was decided and advised no longer holds. */
    void open(Set<DpiaSection> which) {
        sections.open(which);
        conclusion.reopen();
        screened.reopened();
        round.reopened();
    }

    /** Takes that a section was written of which no rule reads an answer. */
    void write(DpiaSection section, By by) {
        conclusion.mustBeOpen();
        sections.save(section, by);
        round.writtenAnew();
    }

    void consult(Consultation answers, By by) {
        conclusion.mustBeOpen();
        sections.consult(answers, by);
        round.writtenAnew();
    }

    /** Offers the lead risks that fit the project, each once; the answer is how many are new. */
    int suggestRisks(List<RiskSuggestion> suggestions) {
        conclusion.mustBeOpen();
        return register.suggest(suggestions);
    }

    /** Takes the rows of the risks, with the names of their owners. */
    void assessRisks(List<Risk> answers, UnaryOperator<String> ownerNames, By by) {
        conclusion.mustBeOpen();
        sections.requireOpen(DpiaSection.RISKS);
        register.assess(answers, ownerNames, by.on());
        write(DpiaSection.RISKS, by);
    }

    /** Gives every risk its level before and after its measure; the answer is whether one stays high. */
    boolean grade(RiskGrading grading) {
        conclusion.mustBeOpen();
        return register.grade(grading);
    }

    /** Takes what the lead does about a risk that stays high: whether the Information Commissioner is consulted. */
    boolean answerHighRisk(HighRiskAnswer answers) {
        conclusion.mustBeOpen();
        boolean consults = register.answer(answers);
        if (!consults) {
            open(EnumSet.of(DpiaSection.RISKS));
        }
        return consults;
    }

    /** Takes how the prior consultation on the risks with these numbers ended (Article 36 of UK GDPR). */
    void consulted(ConsultationOutcome outcome, Set<Integer> highRisks) {
        conclusion.mustBeOpen();
        switch (outcome) {
            case GO_ON -> {
                register.consultedOn(highRisks);
                open(EnumSet.of(DpiaSection.RISKS));
            }
            case CHANGE -> {
                register.notConsultedOn(highRisks);
                reopen();
            }
            case STOP -> {
                register.notConsultedOn(highRisks);
                conclusion.stop();
            }
        }
    }

    /** Asks the data protection officers of these organisations for advice on what is written now. */
    void requestAdvice(List<OrganisationCode> organisations, @Nullable LocalDate reviewBy) {
        requireComplete();
        round.request(organisations, reviewBy);
    }

    void advise(OrganisationCode organisation, Advice answers, By by) {
        requireComplete();
        round.advise(organisation, answers, by);
    }

    /**
     * Sends the sections back that a data protection officer marked as to fix.
     *
     * @return the sections; empty when nobody sent the assessment back
     */
    Set<DpiaSection> sendBack() {
        var toFix = round.sectionsToFix();
        if (!toFix.isEmpty()) {
            open(toFix);
        }
        return toFix;
    }

    void explainMissingAdvice(MissingAdvice answers, By by) {
        conclusion.mustBeOpen();
        round.explainMissing(answers, by);
    }

    /** Takes how the signatory weighs advice against the processing. */
    void weigh(Objection answers, By by) {
        conclusion.mustBeOpen();
        if (answers.decision() == Objection.Weighing.MEND) {
            open(answers.sections().isEmpty() ? Set.of() : EnumSet.copyOf(answers.sections()));
            round.askToMend(answers.reasons(), by);
        } else {
            round.overrule(new Overruling(answers.reasons(), answers.role(), by));
        }
    }

    void decide(DpiaDecision answers, By by) {
        conclusion.decide(answers, round, register, by);
    }

    private void requireComplete() {
        conclusion.mustBeOpen();
        sections.requireWritten();
        if (!register.isGraded()) {
            throw incomplete("the risks and their levels");
        }
    }

    static Refused incomplete(String missing) {
        return new Refused("The DPIA is not complete: " + missing + " is missing.");
    }

    public ProjectReference reference() {
        return new ProjectReference(reference);
    }

    public DpiaStatus status() {
        return conclusion.status();
    }

    public boolean isDecided() {
        return status().isDecided();
    }

    /** The criteria of the screening that the project meets, each with what led to it. */
    public List<Criterion> criteria() {
        return screened.criteria();
    }

    /** What the lead answered at the last screening; empty when that was before these questions were asked. */
    public Optional<Screening> screening() {
        return screened.answers();
    }

    public Optional<ScreeningOutcome> screeningOutcome() {
        return screened.outcome();
    }

    /** What the screening said, and what the data protection officer said to that. */
    public ScreeningResult screeningResult() {
        return screened;
    }

    /** The section as it stands; closed when it was never opened. */
    public SectionState section(DpiaSection section) {
        return sections.section(section);
    }

    /** The sections that wait to be written, in their order. */
    public Set<DpiaSection> openSections() {
        return sections.open();
    }

    public Optional<Consultation> consultation() {
        return sections.consultation();
    }

    public List<GradedRisk> risks() {
        return register.risks();
    }

    /** What each data protection officer was asked and advised, the lead organisation's first. */
    public List<OrganisationAdvice> advice() {
        return round.advice();
    }

    /** Its risks, and those that were suggested. */
    public RiskRegister riskRegister() {
        return register;
    }

    /** What data protection officers advise, and what became of it. */
    public AdviceRound adviceRound() {
        return round;
    }

    /** The last decision; when the assessment was opened again since, it no longer holds. */
    public Optional<DpiaDecision> decision() {
        return conclusion.decision();
    }

    public Optional<By> decided() {
        return conclusion.decided();
    }

    /** Where the assessment stands, in one sentence. */
    public String headline() {
        return DpiaOutcome.headline(this);
    }
}
