package gm.sharing.dpia;

import static java.util.stream.Collectors.joining;

import gm.sharing.Refused;
import gm.sharing.audit.Event;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.Owners;
import gm.sharing.project.ProjectReference;
import gm.sharing.wording.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The assessments, one for each project. Every change of state leaves an event. */
@Service
@Transactional
public class Dpias {

    private static final Words EVENTS = Words.in("dpia/events");

    private final StoredDpias dpias;
    private final DpiaVersions versions;
    private final Owners owners;
    private final Directory directory;
    private final Independence independence;
    private final ObjectProvider<DpiaAddition> additions;
    private final DpiaLedger ledger;

    Dpias(
            StoredDpias dpias,
            DpiaVersions versions,
            Owners owners,
            Directory directory,
            Independence independence,
            ObjectProvider<DpiaAddition> additions,
            DpiaLedger ledger) {
        this.dpias = dpias;
        this.versions = versions;
        this.owners = owners;
        this.directory = directory;
        this.independence = independence;
        this.additions = additions;
        this.ledger = ledger;
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
        return find(reference).orElseThrow(() -> DpiaLedger.notScreened(reference));
    }

    /** Takes the lead's answers to the screening. */
    public void screen(ProjectReference reference, Screening answers, Person by) {
        Dpia dpia = dpias.findToChange(reference.value()).orElseGet(() -> new Dpia(reference));
        dpia.screen(answers);
        dpias.save(dpia);
        ledger.record(dpia, by.id(), "dpia.screening-answered", EVENTS.text("screening-answered"));
    }

    /**
     * Keeps the criteria that were found in what the lead said.
     *
     * @return whether there is an approved assessment that also covers the project as it is now
     */
    public boolean meets(ProjectReference reference, List<Criterion> found) {
        Dpia dpia = ledger.toChange(reference);
        boolean wasDecided = dpia.isDecided();
        boolean current = dpia.meets(found);
        ledger.record(
                dpia,
                Event.SYSTEM,
                "dpia.criteria-found",
                found.size() == 1
                        ? EVENTS.text("one-criterion")
                        : EVENTS.text("criteria", Map.of("count", found.size())));
        if (current) {
            ledger.record(dpia, Event.SYSTEM, "dpia.still-holds", EVENTS.text("still-holds"));
        } else if (wasDecided) {
            ledger.recordReopened(dpia, true, ledger.system(), dpia.openSections());
        }
        return current;
    }

    /** Keeps what the rules make of the screening. */
    public void recordScreening(ProjectReference reference, ScreeningOutcome outcome, String reason) {
        Dpia dpia = ledger.toChange(reference);
        dpia.screeningResult().found(outcome, reason);
        ledger.record(
                dpia,
                Event.SYSTEM,
                "dpia.screened",
                EVENTS.text("screened", Map.of("outcome", outcome.label(), "reason", reason)));
    }

    /**
     * Opens what the assessment begins with: every section, unless some were chosen to be revised.
     *
     * @return the sections that are open
     */
    public Set<DpiaSection> begin(ProjectReference reference) {
        Dpia dpia = ledger.toChange(reference);
        if (dpia.openSections().isEmpty()) {
            boolean wasDecided = dpia.isDecided();
            dpia.reopen();
            if (wasDecided) {
                ledger.recordReopened(dpia, true, ledger.system(), dpia.openSections());
            }
        }
        return dpia.openSections();
    }

    /** Opens sections of the assessment for revision; what was written stays. */
    public void reopen(ProjectReference reference, Set<DpiaSection> sections, Person by) {
        Dpia dpia = ledger.toChange(reference);
        boolean wasDecided = dpia.isDecided();
        dpia.open(sections);
        ledger.recordReopened(dpia, wasDecided, ledger.now(by), sections);
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
        Dpia dpia = ledger.toChange(reference);
        int count = dpia.suggestRisks(suggestions);
        if (count > 0) {
            ledger.record(
                    dpia,
                    Event.SYSTEM,
                    "dpia.risks-suggested",
                    count == 1
                            ? EVENTS.text("one-risk-suggested")
                            : EVENTS.text("risks-suggested", Map.of("count", count)));
        }
    }

    /** Steps 5 and 6. */
    public void assessRisks(ProjectReference reference, RiskList answers, Person by) {
        save(reference, DpiaSection.RISKS, by, (dpia, who) -> dpia.assessRisks(answers.risks(), owners::nameOf, who));
    }

    private void save(ProjectReference reference, DpiaSection section, Person by, BiConsumer<Dpia, By> answers) {
        Dpia dpia = ledger.toChange(reference);
        answers.accept(dpia, ledger.now(by));
        ledger.record(
                dpia,
                by.id(),
                "dpia." + section.code() + "-saved",
                EVENTS.text("section-saved", Map.of("section", section.label())));
    }

    /**
     * Gives every risk its level before and after its measure.
     *
     * @return whether a risk stays high, so that the assessment cannot be approved
     */
    public boolean gradeRisks(ProjectReference reference, RiskGrading grading) {
        Dpia dpia = ledger.toChange(reference);
        boolean high = dpia.grade(grading);
        ledger.record(dpia, Event.SYSTEM, "dpia.risks-graded", EVENTS.text(high ? "graded-high" : "graded"));
        return high;
    }

    /**
     * Asks data protection officers for advice on what is written now.
     *
     * @param organisations the lead organisation first
     * @param reviewBy by when
     */
    public void requestAdvice(ProjectReference reference, List<OrganisationCode> organisations, LocalDate reviewBy) {
        Dpia dpia = ledger.toChange(reference);
        dpia.requestAdvice(organisations, reviewBy);
        var asked = organisations.stream().map(directory::nameOf).collect(joining(", "));
        var text = organisations.size() == 1 ? "advice-requested-of-one" : "advice-requested";
        ledger.record(dpia, Event.SYSTEM, "dpia.advice-requested", EVENTS.text(text, Map.of("organisations", asked)));
    }

    /** Step 7: the advice of the data protection officer of an organisation that was asked. */
    public void advise(ProjectReference reference, OrganisationCode organisation, Advice answers, Person by) {
        Dpia dpia = ledger.toChange(reference);
        By officer = independence.adviser(reference, organisation, by);
        dpia.advise(organisation, answers, officer);
        ledger.record(
                dpia,
                by.id(),
                answers.sendsBack() ? "dpia.sent-back" : "dpia.advised",
                EVENTS.text(
                                "advised",
                                Map.of(
                                        "organisation", directory.nameOf(organisation),
                                        "view", answers.advice().label()))
                        + DpiaLedger.deputy(officer));
    }

    /** Closes a request for advice that nobody answered in time. */
    public void closeUnanswered(ProjectReference reference, OrganisationCode organisation) {
        Dpia dpia = ledger.toChange(reference);
        dpia.adviceRound().closeUnanswered(organisation);
        ledger.record(
                dpia,
                Event.SYSTEM,
                "dpia.advice-unanswered",
                EVENTS.text("advice-unanswered", Map.of("organisation", directory.nameOf(organisation))));
    }

    /**
     * Sends back the sections that were marked as to fix; what sent them back is kept as a version.
     *
     * @return these sections; empty when the assessment was not sent back
     */
    public Set<DpiaSection> sendBack(ProjectReference reference) {
        Dpia dpia = ledger.toChange(reference);
        Optional<By> officer = dpia.adviceRound().sentBackBy();
        if (officer.isEmpty()) {
            return Set.of();
        }
        versions.keep(dpia, Occasion.SENT_BACK, officer.get());
        var sections = dpia.sendBack();
        ledger.recordReopened(dpia, false, ledger.system(), sections);
        return sections;
    }

    /** Takes why advice could not be had. */
    public void explainMissingAdvice(ProjectReference reference, MissingAdvice answers, Person by) {
        Dpia dpia = ledger.toChange(reference);
        dpia.explainMissingAdvice(answers, ledger.now(by));
        ledger.record(dpia, by.id(), "dpia.advice-missing", EVENTS.text("advice-missing"));
    }

    /** Takes how the signatory of the lead organisation weighs advice against the processing. */
    public void weigh(ProjectReference reference, Objection answers, Person by) {
        Dpia dpia = ledger.toChange(reference);
        By signatory = independence.decider(reference, by);
        boolean mends = answers.decision() == Objection.Weighing.MEND;
        if (mends) {
            versions.keep(dpia, Occasion.TO_MEND, signatory);
        }
        dpia.weigh(answers, signatory);
        if (mends) {
            ledger.recordReopened(dpia, false, signatory, dpia.openSections());
        } else {
            ledger.record(
                    dpia,
                    by.id(),
                    "dpia.advice-overruled",
                    EVENTS.text("advice-overruled") + DpiaLedger.deputy(signatory));
        }
    }

    /** Step 7: the decision of the lead organisation's signatory. */
    public void decide(ProjectReference reference, DpiaDecision answers, Person by) {
        Dpia dpia = ledger.toChange(reference);
        if (answers.approves() && answers.reasons() == null) {
            additions.orderedStream().forEach(addition -> addition.advisesAgainst(reference)
                    .ifPresent(Dpias::refuseWithoutReasons));
        }
        By signatory = independence.decider(reference, by);
        dpia.decide(answers, signatory);
        ledger.record(
                dpia,
                by.id(),
                answers.approves() ? "dpia.approved" : "dpia.rejected",
                EVENTS.text(answers.approves() ? "approved" : "rejected") + DpiaLedger.deputy(signatory));
        versions.keep(dpia, answers.approves() ? Occasion.APPROVED : Occasion.REJECTED, signatory);
    }

    private static void refuseWithoutReasons(String adviser) {
        throw Refused.of("reasons", "give the reasons for approving against the advice of " + adviser + ".");
    }
}
