package gm.sharing.dpia;

import static java.util.stream.Collectors.joining;

import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.Owners;
import gm.sharing.project.ProjectReference;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.beans.factory.ObjectProvider;
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
    private final Directory directory;
    private final Independence independence;
    private final ObjectProvider<DpiaAddition> additions;
    private final AuditTrail events;
    private final ApplicationEventPublisher others;
    private final Clock clock;

    Dpias(
            StoredDpias dpias,
            DpiaVersions versions,
            Owners owners,
            Directory directory,
            Independence independence,
            ObjectProvider<DpiaAddition> additions,
            AuditTrail events,
            ApplicationEventPublisher others,
            Clock clock) {
        this.dpias = dpias;
        this.versions = versions;
        this.owners = owners;
        this.directory = directory;
        this.independence = independence;
        this.additions = additions;
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
        return find(reference).orElseThrow(() -> notScreened(reference));
    }

    /** Whether the approved assessment leaves a high risk. */
    @Transactional(readOnly = true)
    public boolean leavesHighRisk(ProjectReference reference) {
        return dpias.existsWithRisk(reference.value(), DpiaStatus.APPROVED, RiskLevel.HIGH);
    }

    /** What the agreement and its partners are told; empty when the screening was not answered yet. */
    @Transactional(readOnly = true)
    public Optional<DpiaOutcome> outcome(ProjectReference reference) {
        return find(reference).map(dpia -> outcome(dpia)
                .with(additions
                        .orderedStream()
                        .flatMap(addition -> addition.publicFacts(reference).stream())
                        .toList()));
    }

    private DpiaOutcome outcome(Dpia dpia) {
        DpiaOutcome outcome = dpia.outcome(directory::nameOf);
        return approvedVersion(dpia)
                .map(version -> outcome.ofVersion(version.number()))
                .orElse(outcome);
    }

    private Optional<DpiaVersion> approvedVersion(Dpia dpia) {
        return versions.of(dpia.reference()).stream()
                .filter(version -> dpia.status() == DpiaStatus.APPROVED && version.occasion() == Occasion.APPROVED)
                .findFirst();
    }

    /** Takes the lead's answers to the screening. */
    public void screen(ProjectReference reference, Screening answers, Person by) {
        Dpia dpia = dpias.findToChange(reference.value()).orElseGet(() -> new Dpia(reference));
        dpia.screen(answers);
        dpias.save(dpia);
        record(dpia, by.id(), "dpia.screening-answered", "The DPIA screening was answered.");
    }

    /**
     * Keeps the criteria that were found in what the lead said.
     *
     * @return whether there is an approved assessment that also covers the project as it is now
     */
    public boolean meets(ProjectReference reference, List<Criterion> found) {
        Dpia dpia = toChange(reference);
        boolean wasDecided = dpia.isDecided();
        boolean current = dpia.meets(found);
        record(
                dpia,
                Event.SYSTEM,
                "dpia.criteria-found",
                found.size() == 1
                        ? "The screening found 1 criterion of high risk."
                        : "The screening found " + found.size() + " criteria of high risk.");
        if (current) {
            record(dpia, Event.SYSTEM, "dpia.still-holds", "The approved DPIA also covers the revised project.");
        } else if (wasDecided) {
            recordReopened(dpia, true, system(), dpia.openSections());
        }
        return current;
    }

    /** Keeps what the rules make of the screening. */
    public void recordScreening(ProjectReference reference, ScreeningOutcome outcome, String reason) {
        Dpia dpia = toChange(reference);
        dpia.screened(outcome, reason);
        record(dpia, Event.SYSTEM, "dpia.screened", outcome.label() + ". " + reason);
    }

    /**
     * Takes the advice of the lead organisation's data protection officer on whether a DPIA is needed, where the screening
     * leaves it open (Article 35(2) of UK GDPR). A DPIA that is asked for is carried out; that none is needed is for the
     * signatory to decide.
     */
    public void adviseOnNeed(ProjectReference reference, NoDpia answers, Person by) {
        Dpia dpia = toChange(reference);
        By officer = independence.adviser(reference, independence.lead(reference), by);
        dpia.adviseOnNeed(answers, officer);
        record(
                dpia,
                by.id(),
                answers.dpiaNeeded() ? "dpia.needed" : "dpia.not-needed",
                (answers.dpiaNeeded()
                                ? "The data protection officer asked for a DPIA."
                                : "The data protection officer advised that no DPIA is needed.")
                        + deputy(officer));
        if (!answers.dpiaNeeded()) {
            versions.keep(dpia, Occasion.NOT_REQUIRED, officer);
        }
    }

    /** Takes the decision of the lead organisation's signatory whether to go on without a DPIA, as was advised. */
    public void decideNeed(ProjectReference reference, NeedDecision answers, Person by) {
        Dpia dpia = toChange(reference);
        By signatory = independence.decider(reference, by);
        dpia.decideNeed(answers, signatory);
        record(
                dpia,
                by.id(),
                answers.dpiaNeeded() ? "dpia.dpia-decided" : "dpia.no-dpia-decided",
                (answers.dpiaNeeded()
                                ? "The signatory decided that a DPIA is carried out all the same."
                                : "The signatory decided that no DPIA is needed.")
                        + deputy(signatory));
        if (!answers.dpiaNeeded()) {
            versions.keep(dpia, Occasion.NOT_REQUIRED, signatory);
        }
    }

    private static String deputy(By by) {
        return by.isByDeputy() ? " (" + by.name() + ", who was away.)" : "";
    }

    /**
     * Opens what the assessment begins with: every section, unless some were chosen to be revised.
     *
     * @return the sections that are open
     */
    public Set<DpiaSection> begin(ProjectReference reference) {
        Dpia dpia = toChange(reference);
        if (dpia.openSections().isEmpty()) {
            boolean wasDecided = dpia.isDecided();
            dpia.reopen();
            if (wasDecided) {
                recordReopened(dpia, true, system(), dpia.openSections());
            }
        }
        return dpia.openSections();
    }

    /** Opens sections of the assessment for revision; what was written stays. */
    public void reopen(ProjectReference reference, Set<DpiaSection> sections, Person by) {
        Dpia dpia = toChange(reference);
        boolean wasDecided = dpia.isDecided();
        dpia.open(sections);
        recordReopened(dpia, wasDecided, now(by), sections);
    }

    /** Steps 1, 2 and 4: the section was written, and its answers are kept as they were asked. */
    public void write(ProjectReference reference, DpiaSection section, Person by) {
        save(reference, section, by, (dpia, who) -> dpia.write(section, who));
    }

    /** Step 3. */
    public void consult(ProjectReference reference, Consultation answers, Person by) {
        save(reference, DpiaSection.CONSULTATION, by, (dpia, who) -> dpia.consult(answers, who));
    }

    /** Offers the lead risks that fit the project, each once. */
    public void suggestRisks(ProjectReference reference, List<RiskSuggestion> suggestions) {
        Dpia dpia = toChange(reference);
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
        save(reference, DpiaSection.RISKS, by, (dpia, who) -> dpia.assessRisks(answers.risks(), owners::nameOf, who));
    }

    private void save(ProjectReference reference, DpiaSection section, Person by, BiConsumer<Dpia, By> answers) {
        Dpia dpia = toChange(reference);
        answers.accept(dpia, now(by));
        record(
                dpia,
                by.id(),
                "dpia." + section.code() + "-saved",
                "The DPIA's section “" + section.label() + "” was written.");
    }

    /**
     * Gives every risk its level before and after its measure.
     *
     * @return whether a risk stays high, so that the assessment cannot be approved
     */
    public boolean gradeRisks(ProjectReference reference, RiskGrading grading) {
        Dpia dpia = toChange(reference);
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

    /** Takes what the lead does about a risk that stays high. */
    public void answerHighRisk(ProjectReference reference, HighRiskAnswer answers, Person by) {
        Dpia dpia = toChange(reference);
        boolean consults = dpia.answerHighRisk(answers);
        record(
                dpia,
                by.id(),
                consults ? "dpia.consultation-wanted" : "dpia.risk-to-reduce",
                consults
                        ? "The Information Commissioner is to be consulted on the DPIA, because a risk cannot be reduced."
                        : "The DPIA's section “Risks and measures” was opened again to reduce a high risk.");
    }

    /**
     * Takes how the prior consultation ended (Article 36 of UK GDPR).
     *
     * @param highRisks the numbers of the risks that it was about; after {@link ConsultationOutcome#GO_ON} they may stay
     *     high
     */
    public void consulted(
            ProjectReference reference, ConsultationOutcome outcome, Collection<Integer> highRisks, Person by) {
        Dpia dpia = toChange(reference);
        dpia.consulted(outcome, Set.copyOf(highRisks));
        record(
                dpia,
                by.id(),
                "dpia.commissioner-consulted",
                "The Information Commissioner was consulted on the DPIA: " + outcome.label() + ".");
        if (outcome == ConsultationOutcome.STOP) {
            versions.keep(dpia, Occasion.STOPPED, now(by));
        } else {
            recordReopened(dpia, false, now(by), dpia.openSections());
        }
    }

    /**
     * Asks data protection officers for advice on what is written now.
     *
     * @param organisations the lead organisation first
     * @param reviewBy by when
     */
    public void requestAdvice(ProjectReference reference, List<OrganisationCode> organisations, LocalDate reviewBy) {
        Dpia dpia = toChange(reference);
        dpia.requestAdvice(organisations, reviewBy);
        record(
                dpia,
                Event.SYSTEM,
                "dpia.advice-requested",
                "Advice on the DPIA was requested of the data protection officers of "
                        + organisations.stream().map(directory::nameOf).collect(joining(", ")) + ".");
    }

    /** Step 7: the advice of the data protection officer of an organisation that was asked. */
    public void advise(ProjectReference reference, OrganisationCode organisation, Advice answers, Person by) {
        Dpia dpia = toChange(reference);
        By officer = independence.adviser(reference, organisation, by);
        dpia.advise(organisation, answers, officer);
        record(
                dpia,
                by.id(),
                answers.sendsBack() ? "dpia.sent-back" : "dpia.advised",
                "The data protection officer of " + directory.nameOf(organisation) + " advised on the DPIA: "
                        + answers.advice().label() + "." + deputy(officer));
    }

    /** Closes a request for advice that nobody answered in time. */
    public void closeUnanswered(ProjectReference reference, OrganisationCode organisation) {
        Dpia dpia = toChange(reference);
        dpia.closeUnanswered(organisation);
        record(
                dpia,
                Event.SYSTEM,
                "dpia.advice-unanswered",
                "The data protection officer of " + directory.nameOf(organisation)
                        + " did not advise on the DPIA in time.");
    }

    /**
     * Sends back the sections that were marked as to fix; what sent them back is kept as a version.
     *
     * @return these sections; empty when the assessment was not sent back
     */
    public Set<DpiaSection> sendBack(ProjectReference reference) {
        Dpia dpia = toChange(reference);
        Optional<By> officer = dpia.sentBackBy();
        if (officer.isEmpty()) {
            return Set.of();
        }
        versions.keep(dpia, Occasion.SENT_BACK, officer.get());
        var sections = dpia.sendBack();
        recordReopened(dpia, false, system(), sections);
        return sections;
    }

    /** Takes why advice could not be had. */
    public void explainMissingAdvice(ProjectReference reference, MissingAdvice answers, Person by) {
        Dpia dpia = toChange(reference);
        dpia.explainMissingAdvice(answers, now(by));
        record(dpia, by.id(), "dpia.advice-missing", "The lead recorded why no advice on the DPIA could be had.");
    }

    /** Takes how the signatory of the lead organisation weighs advice against the processing. */
    public void weigh(ProjectReference reference, Objection answers, Person by) {
        Dpia dpia = toChange(reference);
        By signatory = independence.decider(reference, by);
        boolean mends = answers.decision() == Objection.Weighing.MEND;
        if (mends) {
            versions.keep(dpia, Occasion.TO_MEND, signatory);
        }
        dpia.weigh(answers, signatory);
        if (mends) {
            recordReopened(dpia, false, signatory, dpia.openSections());
        } else {
            record(
                    dpia,
                    by.id(),
                    "dpia.advice-overruled",
                    "The signatory overruled the advice against the DPIA." + deputy(signatory));
        }
    }

    /** Step 7: the decision of the lead organisation's signatory. */
    public void decide(ProjectReference reference, DpiaDecision answers, Person by) {
        Dpia dpia = toChange(reference);
        if (answers.approves() && answers.reasons() == null) {
            additions.orderedStream().forEach(addition -> addition.advisesAgainst(reference)
                    .ifPresent(Dpias::refuseWithoutReasons));
        }
        By signatory = independence.decider(reference, by);
        dpia.decide(answers, signatory);
        record(
                dpia,
                by.id(),
                answers.approves() ? "dpia.approved" : "dpia.rejected",
                (answers.approves() ? "The DPIA was approved." : "The DPIA was rejected.") + deputy(signatory));
        versions.keep(dpia, answers.approves() ? Occasion.APPROVED : Occasion.REJECTED, signatory);
    }

    private static void refuseWithoutReasons(String adviser) {
        throw Refused.of("reasons", "give the reasons for approving against the advice of " + adviser + ".");
    }

    private By system() {
        return new By(Event.SYSTEM, "Sharing Journeys", clock.instant());
    }

    private By now(Person person) {
        return By.of(person, clock.instant());
    }

    /** The assessment, with everybody else who wants to change it waiting until this change is done. */
    private Dpia toChange(ProjectReference reference) {
        return dpias.findToChange(reference.value()).orElseThrow(() -> notScreened(reference));
    }

    private static Refused notScreened(ProjectReference reference) {
        return new Refused("The DPIA screening of " + reference + " has not been answered yet.");
    }

    private void recordReopened(Dpia dpia, boolean wasDecided, By who, Set<DpiaSection> sections) {
        record(
                dpia,
                who.person(),
                "dpia.reopened",
                "The DPIA was opened again for revision: "
                        + sections.stream().sorted().map(DpiaSection::label).collect(joining(", ")) + ".");
        if (wasDecided) {
            others.publishEvent(new DpiaReopened(dpia.reference()));
            versions.keep(dpia, Occasion.REOPENED, who);
        }
    }

    private void record(Dpia dpia, String who, String type, String what) {
        events.record(dpia.reference().value(), who, type, what);
    }
}
