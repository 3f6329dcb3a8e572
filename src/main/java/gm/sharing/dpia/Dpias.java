package gm.sharing.dpia;

import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.organisation.Person;
import gm.sharing.project.Owners;
import gm.sharing.project.ProjectReference;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The assessments, one for each project. Every change of state leaves an event. */
@Service
@Transactional
public class Dpias {

    private final StoredDpias dpias;
    private final DpiaVersions versions;
    private final Owners owners;
    private final AuditTrail events;
    private final ApplicationEventPublisher others;
    private final Clock clock;

    Dpias(
            StoredDpias dpias,
            DpiaVersions versions,
            Owners owners,
            AuditTrail events,
            ApplicationEventPublisher others,
            Clock clock) {
        this.dpias = dpias;
        this.versions = versions;
        this.owners = owners;
        this.events = events;
        this.others = others;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Dpia> find(ProjectReference reference) {
        return dpias.findById(reference.value());
    }

    /**
     * The project's assessment.
     *
     * @throws Refused when the screening was not answered yet
     */
    @Transactional(readOnly = true)
    public Dpia get(ProjectReference reference) {
        return find(reference)
                .orElseThrow(() -> new Refused("The DPIA screening of " + reference + " has not been answered yet."));
    }

    /** What the agreement and its partners are told; empty when the screening was not answered yet. */
    @Transactional(readOnly = true)
    public Optional<DpiaOutcome> outcome(ProjectReference reference) {
        return find(reference).map(Dpia::outcome);
    }

    /**
     * Takes the lead's answers to the screening.
     *
     * @return whether there is an approved assessment that also covers the project as it is now
     */
    public boolean screen(ProjectReference reference, Screening answers, Person by) {
        Dpia dpia = find(reference).orElseGet(() -> new Dpia(reference));
        boolean wasDecided = dpia.isDecided();
        boolean current = dpia.screen(answers);
        dpias.save(dpia);
        record(dpia, by.id(), "dpia.screening-answered", "The DPIA screening was answered.");
        if (current) {
            record(dpia, by.id(), "dpia.still-holds", "The approved DPIA also covers the revised project.");
        } else if (wasDecided) {
            recordReopened(dpia, by);
        }
        return current;
    }

    /** Keeps what the rules make of the screening. */
    public void recordScreening(ProjectReference reference, ScreeningOutcome outcome, String reason) {
        Dpia dpia = get(reference);
        dpia.screened(outcome, reason);
        record(dpia, Event.SYSTEM, "dpia.screened", outcome.label() + ". " + reason);
    }

    /** Takes the data protection officer's decision where the screening leaves it open. */
    public void decideNeed(ProjectReference reference, NoDpia answers, Person by) {
        Dpia dpia = get(reference);
        dpia.decideNeed(answers, now(by));
        record(
                dpia,
                by.id(),
                answers.dpiaNeeded() ? "dpia.needed" : "dpia.not-needed",
                answers.dpiaNeeded()
                        ? "The data protection officer decided that a DPIA is needed."
                        : "The data protection officer confirmed that no DPIA is needed.");
        if (!answers.dpiaNeeded()) {
            versions.keep(dpia, Occasion.NOT_REQUIRED, now(by));
        }
    }

    /** Opens a decided assessment for revision; what was written stays. Does nothing when it is open. */
    public void reopen(ProjectReference reference, Person by) {
        Dpia dpia = get(reference);
        if (dpia.isDecided()) {
            dpia.reopen();
            recordReopened(dpia, by);
        }
    }

    /** Steps 1 and 2. Opens a decided assessment again, because describing is where a revision begins. */
    public void describe(ProjectReference reference, Description answers, Person by) {
        reopen(reference, by);
        Dpia dpia = get(reference);
        dpia.describe(answers);
        record(dpia, by.id(), "dpia.described", "The DPIA's description of the processing was written.");
    }

    /** Step 3. */
    public void consult(ProjectReference reference, Consultation answers, Person by) {
        Dpia dpia = get(reference);
        dpia.consult(answers);
        record(dpia, by.id(), "dpia.consulted", "The DPIA's consultation was recorded.");
    }

    /** Step 4. */
    public void assessNecessity(ProjectReference reference, Necessity answers, Person by) {
        Dpia dpia = get(reference);
        dpia.assessNecessity(answers);
        record(dpia, by.id(), "dpia.necessity-assessed", "The DPIA's necessity and proportionality were assessed.");
    }

    /** Offers the lead risks that fit the project, each once. */
    public void suggestRisks(ProjectReference reference, List<RiskSuggestion> suggestions) {
        Dpia dpia = get(reference);
        int count = dpia.suggestRisks(suggestions);
        if (count > 0) {
            record(
                    dpia,
                    Event.SYSTEM,
                    "dpia.risks-suggested",
                    count == 1 ? "1 risk was suggested for the DPIA." : count + " risks were suggested for the DPIA.");
        }
    }

    /** Steps 5 and 6. */
    public void assessRisks(ProjectReference reference, RiskList answers, Person by) {
        Dpia dpia = get(reference);
        dpia.assessRisks(answers.risks(), owners::nameOf);
        record(dpia, by.id(), "dpia.risks-assessed", "The DPIA's risks and measures were written.");
    }

    /**
     * Gives every risk its level before and after its measure.
     *
     * @return whether a risk stays high, so that the assessment cannot be approved
     */
    public boolean gradeRisks(ProjectReference reference, RiskGrading grading) {
        Dpia dpia = get(reference);
        boolean high = dpia.grade(grading);
        record(
                dpia,
                Event.SYSTEM,
                "dpia.risks-graded",
                high
                        ? "The DPIA's risks were graded: a risk stays high with its measures in place."
                        : "The DPIA's risks were graded: none stays high with the measures in place.");
        return high;
    }

    /** Step 7: the advice of the lead organisation's data protection officer. */
    public void advise(ProjectReference reference, Advice answers, Person by) {
        Dpia dpia = get(reference);
        dpia.advise(answers, now(by));
        record(
                dpia,
                by.id(),
                answers.sendsBack() ? "dpia.sent-back" : "dpia.advised",
                "The data protection officer advised on the DPIA: "
                        + answers.advice().label() + ".");
    }

    /** Step 7: the decision of the lead organisation's signatory. */
    public void decide(ProjectReference reference, DpiaDecision answers, Person by) {
        Dpia dpia = get(reference);
        dpia.decide(answers, now(by));
        record(
                dpia,
                by.id(),
                answers.approves() ? "dpia.approved" : "dpia.rejected",
                answers.approves() ? "The DPIA was approved." : "The DPIA was rejected.");
        versions.keep(dpia, answers.approves() ? Occasion.APPROVED : Occasion.REJECTED, now(by));
    }

    /**
     * Takes how the prior consultation ended (Article 36 of UK GDPR).
     *
     * @param highRisks the numbers of the risks that it was about; after {@link ConsultationOutcome#GO_ON} they may stay
     *     high
     */
    public void consulted(
            ProjectReference reference, ConsultationOutcome outcome, Collection<Integer> highRisks, Person by) {
        Dpia dpia = get(reference);
        dpia.consulted(outcome, Set.copyOf(highRisks));
        record(
                dpia,
                by.id(),
                "dpia.commissioner-consulted",
                "The Information Commissioner was consulted on the DPIA: " + outcome.label() + ".");
    }

    private By now(Person person) {
        return new By(person.id(), person.name(), clock.instant());
    }

    private void recordReopened(Dpia dpia, Person by) {
        others.publishEvent(new DpiaReopened(dpia.reference()));
        record(dpia, by.id(), "dpia.reopened", "The DPIA was opened again for revision.");
        versions.keep(dpia, Occasion.REOPENED, now(by));
    }

    private void record(Dpia dpia, String who, String type, String what) {
        events.record(dpia.reference().value(), who, type, what);
    }
}
