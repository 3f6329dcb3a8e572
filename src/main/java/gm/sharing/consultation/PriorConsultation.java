package gm.sharing.consultation;

import gm.sharing.Dates;
import gm.sharing.Refused;
import gm.sharing.document.Fact;
import gm.sharing.dpia.ConsultationOutcome;
import gm.sharing.organisation.By;
import gm.sharing.project.ProjectReference;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/**
 * One consultation with the Information Commissioner about the risks of a project that stay high, from the request to what
 * the lead organisation makes of the answer. Days are those of the Commissioner's letters and not of the recording.
 */
@Entity
@Table(name = "prior_consultation")
public class PriorConsultation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private @Nullable Long version;

    private String project;

    private int number;

    private Instant askedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "prior_consultation_risk", joinColumns = @JoinColumn(name = "consultation"))
    @Column(name = "number")
    private Set<Integer> risks = new TreeSet<>();

    @Embedded
    private Correspondence letters = new Correspondence();

    @Embedded
    private @Nullable Outcome outcome;

    @Embedded
    @AttributeOverride(name = "person", column = @Column(name = "decided_by"))
    @AttributeOverride(name = "name", column = @Column(name = "decided_name"))
    @AttributeOverride(name = "at", column = @Column(name = "decided_at"))
    private @Nullable By decided;

    protected PriorConsultation() {}

    PriorConsultation(ProjectReference reference, int number, Collection<Integer> risks, Instant now) {
        this.project = reference.value();
        this.number = number;
        this.risks.addAll(risks);
        this.askedAt = now;
    }

    /** Takes that the request was sent; again when it was returned. */
    void submit(Submission submission, By by) {
        require(ConsultationState.TO_SUBMIT, ConsultationState.RETURNED);
        letters.submit(submission, askedOn(), by);
    }

    /** Sets the times by which the Commissioner's answers are awaited. */
    void startClock(Periods periods) {
        require(ConsultationState.SUBMITTED);
        letters.startClock(periods);
    }

    /** Takes whether the Commissioner takes the request on. */
    void answer(Acceptance answer, By by) {
        require(ConsultationState.SUBMITTED);
        letters.answer(answer, by);
    }

    /** Takes what came from the Commissioner while the time for advice runs. */
    void answer(CommissionerAnswer answer, By by) {
        require(ConsultationState.CLOCK_RUNS);
        letters.answer(answer, by);
    }

    /** Takes that the Commissioner has the information that was asked for. */
    void inform(InformationSent sent, By by) {
        require(ConsultationState.CLOCK_STOPPED, ConsultationState.INFORMATION_ASKED);
        letters.inform(sent, by);
    }

    /**
     * Takes what the lead organisation makes of the consultation. The Commissioner's warning or ban cannot be passed over,
     * because the processing would break the law.
     */
    void decide(Outcome answers, By by) {
        require(ConsultationState.ADVISED, ConsultationState.DECLINED, ConsultationState.UNANSWERED);
        var advice = advice().orElse(null);
        if (answers.outcome() == ConsultationOutcome.GO_ON && advice != null) {
            if (advice.view().isAgainst()) {
                throw Refused.of(
                        "outcome",
                        "the Commissioner said not to go ahead as it is ("
                                + advice.view().label() + "). Change the sharing or stop the project.");
            }
            if (advice.view() == IcoView.MEASURES && answers.measures() == null) {
                throw Refused.of("measures", "say what is done about the Commissioner’s advice.");
            }
        }
        outcome = answers;
        decided = by;
    }

    private void require(ConsultationState... states) {
        var now = state();
        if (!List.of(states).contains(now)) {
            throw new Refused("The prior consultation has moved on in the meantime: " + now.label() + ".");
        }
    }

    public ProjectReference reference() {
        return new ProjectReference(project);
    }

    /** A project may consult more than once; the first is 1. */
    public int number() {
        return number;
    }

    /** When the assessment asked for the consultation. */
    public LocalDate askedOn() {
        return Dates.on(askedAt);
    }

    /** The numbers of the risks that stay high. */
    public Set<Integer> risks() {
        return Set.copyOf(risks);
    }

    /** The requests as they were sent, oldest first; all but the last were returned. */
    public List<Request> requests() {
        return letters.requests();
    }

    /** The request that was sent last. */
    public Optional<Request> request() {
        return letters.request();
    }

    /** Until when the Commissioner says whether the request is taken on; empty until it was sent. */
    public Optional<LocalDate> acceptanceDue() {
        return letters.acceptanceDue();
    }

    /** Until when the Commissioner can say that the advice takes longer; empty until the request was received. */
    public Optional<LocalDate> extensionDue() {
        return letters.extensionDue();
    }

    /**
     * Until when the Commissioner advises. Moves with an extension and by the days for which it was suspended; while it
     * is suspended it is the day without the days since. Empty until the request was received.
     */
    public Optional<LocalDate> adviceDue() {
        return letters.adviceDue();
    }

    /** Since when the time for advice is suspended; empty while it runs. */
    public Optional<LocalDate> stoppedSince() {
        return letters.stoppedSince();
    }

    /** The information that the Commissioner waits for. */
    public Optional<InformationRequest> openQuestion() {
        return letters.openQuestion();
    }

    /** What the Commissioner asked for, oldest first. */
    public List<InformationRequest> questions() {
        return letters.questions();
    }

    public Optional<Extension> extension() {
        return letters.extension();
    }

    public Optional<IcoAdvice> advice() {
        return letters.advice();
    }

    /** Who put on record that no advice came in time. */
    public Optional<By> unanswered() {
        return letters.unanswered();
    }

    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public Optional<By> decided() {
        return Optional.ofNullable(decided);
    }

    public ConsultationState state() {
        return outcome == null ? letters.state() : ConsultationState.ENDED;
    }

    /** Whether the Commissioner has not answered by the day on which an answer was due. */
    public boolean isOverdue(LocalDate today) {
        return switch (state()) {
            case SUBMITTED -> acceptanceDue().filter(today::isAfter).isPresent();
            case CLOCK_RUNS, INFORMATION_ASKED ->
                adviceDue().filter(today::isAfter).isPresent();
            default -> false;
        };
    }

    /** What happened when, as it is read. */
    public List<Fact> facts() {
        return ConsultationFacts.of(this);
    }
}
