package gm.sharing.consultation;

import gm.sharing.Dates;
import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.HighRisks;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The consultations of the Information Commissioner, for each project one after the other. */
@Service
@Transactional
public class PriorConsultations {

    private static final Words EVENTS = Words.in("consultation/events");

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
        record(consultation, Event.SYSTEM, "needed", EVENTS.text("needed"));
    }

    /** The request was sent to the Commissioner. */
    public void submit(ProjectReference reference, Submission submission, Person by) {
        var consultation = get(reference);
        consultation.submit(submission, now(by));
        record(consultation, by.id(), "submitted", dated("submitted", submission.submittedOn()));
    }

    /** Sets the times within which the Commissioner's answers are awaited. */
    public void startClock(ProjectReference reference, Periods periods) {
        var consultation = get(reference);
        consultation.startClock(periods);
        record(
                consultation,
                Event.SYSTEM,
                "acceptance-awaited",
                dated("acceptance-awaited", consultation.acceptanceDue().orElseThrow()));
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
                    case ACCEPTED -> advised("accepted", consultation);
                    case INCOMPLETE -> EVENTS.text("returned");
                    case DECLINED -> EVENTS.text("declined");
                    case SILENT -> advised("not-accepted-in-time", consultation);
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
                        EVENTS.text(consultation.stoppedSince().isPresent() ? "asked-suspended" : "asked-continued");
                    case EXTENDS -> advised("extended", consultation);
                    case ADVISES ->
                        EVENTS.text(
                                "advised",
                                Map.of(
                                        "view",
                                        consultation
                                                .advice()
                                                .orElseThrow()
                                                .view()
                                                .label()));
                    case SILENT -> EVENTS.text("not-advised-in-time");
                });
    }

    /** The Commissioner has the information that was asked for. */
    public void inform(ProjectReference reference, InformationSent sent, Person by) {
        var consultation = get(reference);
        consultation.inform(sent, now(by));
        record(consultation, by.id(), "informed", advised("informed", consultation));
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
                EVENTS.text("decided", Map.of("outcome", outcome.outcome().label())));
        highRisks.consulted(reference, outcome.outcome(), consultation.risks(), by);
    }

    /** With the day on which the advice is due. */
    private static String advised(String key, PriorConsultation consultation) {
        return dated(key, consultation.adviceDue().orElseThrow());
    }

    private static String dated(String key, LocalDate date) {
        return EVENTS.text(key, Map.of("date", Dates.day(date)));
    }

    private By now(Person person) {
        return By.of(person, clock.instant());
    }

    private void record(PriorConsultation consultation, String who, String type, String what) {
        events.record(consultation.reference().value(), who, "consultation." + type, what);
    }
}
