package gm.sharing.consultation;

import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.HighRisks;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The consultations of the Information Commissioner, for each project one after the other. */
@Service
@Transactional
public class PriorConsultations {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final StoredConsultations consultations;
    private final Dpias dpias;
    private final Projects projects;
    private final AuditTrail events;
    private final Clock clock;
    private final HighRisks highRisks;

    PriorConsultations(
            StoredConsultations consultations,
            Dpias dpias,
            Projects projects,
            AuditTrail events,
            Clock clock,
            HighRisks highRisks) {
        this.highRisks = highRisks;
        this.consultations = consultations;
        this.dpias = dpias;
        this.projects = projects;
        this.events = events;
        this.clock = clock;
    }

    /** The project's last consultation. */
    @Transactional(readOnly = true)
    public Optional<PriorConsultation> find(ProjectReference reference) {
        return consultations.findFirstByProjectOrderByNumberDesc(reference.value());
    }

    /**
     * The project's last consultation.
     *
     * @throws Refused when there is none
     */
    @Transactional(readOnly = true)
    public PriorConsultation get(ProjectReference reference) {
        return find(reference)
                .orElseThrow(
                        () -> new Refused("The Information Commissioner is not consulted about " + reference + "."));
    }

    /** All of the project's consultations, oldest first. */
    @Transactional(readOnly = true)
    public List<PriorConsultation> of(ProjectReference reference) {
        return consultations.findByProjectOrderByNumber(reference.value());
    }

    /** Begins a consultation about the risks that stay high. */
    public void open(ProjectReference reference) {
        var number = find(reference).map(last -> last.number() + 1).orElse(1);
        var consultation = consultations.save(new PriorConsultation(
                reference, number, dpias.get(reference).riskRegister().highRisks(), clock.instant()));
        record(
                consultation,
                Event.SYSTEM,
                "needed",
                "A risk stays high, so the Information Commissioner has to be consulted before the sharing starts.");
    }

    /** The request was sent to the Commissioner. */
    public void submit(ProjectReference reference, Submission submission, Person by) {
        var consultation = get(reference);
        consultation.submit(submission, now(by));
        record(
                consultation,
                by.id(),
                "submitted",
                "The request for prior consultation was sent to the Information Commissioner on "
                        + DAY.format(submission.submittedOn()) + ".");
    }

    /** Sets the times within which the Commissioner's answers are awaited. */
    public void startClock(ProjectReference reference, Periods periods) {
        var consultation = get(reference);
        consultation.startClock(periods);
        record(
                consultation,
                Event.SYSTEM,
                "acceptance-awaited",
                "The Information Commissioner says by "
                        + DAY.format(consultation.acceptanceDue().orElseThrow()) + " whether the request is accepted.");
    }

    /** The Commissioner said whether the request is taken on, or did not in time. */
    public void answer(ProjectReference reference, Acceptance acceptance, Person by) {
        var consultation = get(reference);
        consultation.answer(acceptance, now(by));
        record(
                consultation,
                by.id(),
                acceptance.acceptance().code(),
                switch (acceptance.acceptance()) {
                    case ACCEPTED ->
                        "The Information Commissioner accepted the request and advises by " + adviceDue(consultation)
                                + ".";
                    case INCOMPLETE ->
                        "The Information Commissioner returned the request, because something is missing.";
                    case DECLINED -> "The Information Commissioner said that no prior consultation is needed.";
                    case SILENT ->
                        "The Information Commissioner did not say in time whether the request is accepted. The time for"
                                + " advice counts from its receipt and ends on " + adviceDue(consultation) + ".";
                });
    }

    /** Something came from the Commissioner while the time for advice runs, or nothing came in time. */
    public void answer(ProjectReference reference, CommissionerAnswer answer, Person by) {
        var consultation = get(reference);
        consultation.answer(answer, now(by));
        record(
                consultation,
                by.id(),
                answer.answer().code(),
                switch (answer.answer()) {
                    case ASKS ->
                        consultation.stoppedSince().isPresent()
                                ? "The Information Commissioner asked for information. The period for its advice is suspended."
                                : "The Information Commissioner asked for information. The period for its advice continues.";
                    case EXTENDS ->
                        "The Information Commissioner takes longer and advises by " + adviceDue(consultation) + ".";
                    case ADVISES ->
                        "The Information Commissioner advised: "
                                + consultation.advice().orElseThrow().view().label() + ".";
                    case SILENT -> "The Information Commissioner did not advise in time.";
                });
    }

    /** The Commissioner has the information that was asked for. */
    public void inform(ProjectReference reference, InformationSent sent, Person by) {
        var consultation = get(reference);
        consultation.inform(sent, now(by));
        record(
                consultation,
                by.id(),
                "informed",
                "The Information Commissioner has the information that was asked for and advises by "
                        + adviceDue(consultation) + ".");
    }

    /**
     * The lead organisation decides what it makes of the consultation. The assessment is told.
     *
     * @param by anybody but the person who leads the project
     */
    public void decide(ProjectReference reference, Outcome outcome, Person by) {
        if (projects.get(reference).lead().equals(by.id())) {
            throw new Refused("You lead this project, so somebody else in your organisation has to decide.");
        }
        var consultation = get(reference);
        consultation.decide(outcome, now(by));
        record(
                consultation,
                by.id(),
                "decided",
                "Decided after the prior consultation: " + outcome.outcome().label() + ".");
        highRisks.consulted(reference, outcome.outcome(), consultation.risks(), by);
    }

    private static String adviceDue(PriorConsultation consultation) {
        LocalDate due = consultation.adviceDue().orElseThrow();
        return DAY.format(due);
    }

    private By now(Person person) {
        return By.of(person, clock.instant());
    }

    private void record(PriorConsultation consultation, String who, String type, String what) {
        events.record(consultation.reference().value(), who, "consultation." + type, what);
    }
}
