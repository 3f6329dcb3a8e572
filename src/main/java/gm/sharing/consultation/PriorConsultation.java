package gm.sharing.consultation;

import gm.sharing.Refused;
import gm.sharing.document.Fact;
import gm.sharing.dpia.By;
import gm.sharing.dpia.ConsultationOutcome;
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
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

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

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "prior_consultation_request", joinColumns = @JoinColumn(name = "consultation"))
    @OrderColumn(name = "position")
    private List<Request> requests = new ArrayList<>();

    @Embedded
    private @Nullable Periods periods;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "prior_consultation_question", joinColumns = @JoinColumn(name = "consultation"))
    @OrderColumn(name = "position")
    private List<Question> questions = new ArrayList<>();

    @Embedded
    private @Nullable Extension extension;

    @Embedded
    private @Nullable IcoAdvice advice;

    @Embedded
    @AttributeOverride(name = "person", column = @Column(name = "unanswered_by"))
    @AttributeOverride(name = "name", column = @Column(name = "unanswered_name"))
    @AttributeOverride(name = "at", column = @Column(name = "unanswered_at"))
    private @Nullable By unanswered;

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
        var missing = EnumSet.allOf(SentItem.class);
        submission.sent().forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw Refused.of(
                    "sent",
                    "Article 36(3) of UK GDPR also asks for "
                            + missing.stream().map(SentItem::words).collect(Collectors.joining(", ")) + ".");
        }
        dated("submittedOn", submission.submittedOn(), earliestSubmission(), by.on());
        requests.add(Request.of(submission, by));
    }

    /** A request that was returned is sent again after the return, and none before it was asked for. */
    private LocalDate earliestSubmission() {
        var returned = requests.isEmpty() ? null : current().answeredOn();
        return returned == null ? askedOn() : returned;
    }

    /** Sets the times by which the Commissioner's answers are awaited. */
    void startClock(Periods periods) {
        require(ConsultationState.SUBMITTED);
        this.periods = periods;
    }

    /** Takes whether the Commissioner takes the request on. */
    void answer(Acceptance answer, By by) {
        require(ConsultationState.SUBMITTED);
        var sent = current().submittedOn();
        if (answer.acceptance() == Acceptance.Answer.SILENT) {
            afterwards("acceptance", knownAcceptanceDue(), by.on());
        } else {
            dated("answeredOn", answer.answeredOn(), sent, by.on());
        }
        switch (answer.acceptance()) {
            case ACCEPTED -> {
                dated("receivedOn", answer.receivedOn(), sent, by.on());
                written("icoReference", answer.icoReference());
            }
            case SILENT -> dated("receivedOn", answer.receivedOn(), sent, by.on());
            case INCOMPLETE -> written("explanation", answer.explanation());
            case DECLINED -> written("explanation", answer.explanation());
        }
        requests.set(requests.size() - 1, current().answered(answer, by));
    }

    /** Takes what came from the Commissioner while the time for advice runs. */
    void answer(IcoAnswer answer, By by) {
        require(ConsultationState.CLOCK_RUNS);
        switch (answer.answer()) {
            case ASKS -> asked(answer, by);
            case EXTENDS -> extended(answer, by);
            case ADVISES -> advised(answer, by);
            case SILENT -> {
                afterwards("answer", knownAdviceDue(), by.on());
                unanswered = by;
            }
        }
    }

    private void asked(IcoAnswer answer, By by) {
        var on = dated("writtenOn", answer.writtenOn(), received(), by.on());
        var question = written("question", answer.question());
        if (answer.clockStops() == null) {
            throw Refused.of("clockStops", "say yes or no.");
        }
        if (answer.clockStops() && on.isAfter(knownAdviceDue())) {
            throw Refused.of(
                    "clockStops", "it cannot any more, as it ran out on " + DAY.format(knownAdviceDue()) + ".");
        }
        questions.add(new Question(on, question, answer.clockStops(), by, null, null, null));
    }

    private void extended(IcoAnswer answer, By by) {
        if (extension != null) {
            throw Refused.of(
                    "answer",
                    "the time was already extended on " + DAY.format(extension.toldOn())
                            + ". It can be extended once.");
        }
        var on = dated("writtenOn", answer.writtenOn(), received(), by.on());
        var last = knownExtensionDue();
        if (on.isAfter(last)) {
            throw Refused.of(
                    "writtenOn",
                    "the Commissioner can take longer only when that is said by " + DAY.format(last)
                            + ". The time for advice stays as it is.");
        }
        extension = new Extension(on, written("reasons", answer.reasons()), by);
    }

    private void advised(IcoAnswer answer, By by) {
        var on = dated("writtenOn", answer.writtenOn(), received(), by.on());
        var view = answer.view();
        if (view == null) {
            throw Refused.of("view", "must be filled in.");
        }
        advice = new IcoAdvice(view, written("advice", answer.advice()), on, by);
    }

    /** Takes that the Commissioner has the information that was asked for. */
    void inform(InformationSent sent, By by) {
        require(ConsultationState.CLOCK_STOPPED, ConsultationState.INFORMATION_ASKED);
        var last = questions.size() - 1;
        dated("receivedOn", sent.receivedOn(), questions.get(last).askedOn(), by.on());
        questions.set(last, questions.get(last).answered(sent, by));
    }

    /**
     * Takes what the lead organisation makes of the consultation. The Commissioner's warning or ban cannot be passed over,
     * because the processing would break the law.
     */
    void decide(Outcome answers, By by) {
        require(ConsultationState.ADVISED, ConsultationState.DECLINED, ConsultationState.UNANSWERED);
        if (answers.outcome() == ConsultationOutcome.GO_ON && advice != null) {
            if (advice.view().isAgainst()) {
                throw Refused.of(
                        "outcome",
                        "the Commissioner said not to go ahead as it is ("
                                + advice.view().label() + "). Change the sharing or stop the project.");
            }
            if (advice.view() == IcoView.MEASURES && answers.measures() == null) {
                throw Refused.of("measures", "say what is done about the Commissioner's advice.");
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

    private static LocalDate dated(String field, @Nullable LocalDate date, LocalDate earliest, LocalDate today) {
        if (date == null) {
            throw Refused.of(field, "must be filled in.");
        }
        if (date.isAfter(today)) {
            throw Refused.of(field, DAY.format(date) + " is in the future.");
        }
        if (date.isBefore(earliest)) {
            throw Refused.of(
                    field, DAY.format(date) + " is too early; it cannot be before " + DAY.format(earliest) + ".");
        }
        return date;
    }

    private static String written(String field, @Nullable String text) {
        if (text == null) {
            throw Refused.of(field, "must be filled in.");
        }
        return text;
    }

    private static void afterwards(String field, LocalDate due, LocalDate today) {
        if (!today.isAfter(due)) {
            throw Refused.of(field, "the Commissioner still has until " + DAY.format(due) + " to answer.");
        }
    }

    private Request current() {
        return requests.get(requests.size() - 1);
    }

    private Periods times() {
        if (periods == null) {
            throw new IllegalStateException("The consultation on " + project + " has no periods");
        }
        return periods;
    }

    private LocalDate received() {
        var on = current().receivedOn();
        if (on == null) {
            throw new IllegalStateException("The request about " + project + " was not received");
        }
        return on;
    }

    private LocalDate knownAdviceDue() {
        var due = received().plus(Period.parse(times().advice()));
        if (extension != null) {
            due = due.plus(Period.parse(times().extension()));
        }
        return due.plusDays(daysStopped());
    }

    private LocalDate knownExtensionDue() {
        return received().plus(Period.parse(times().extensionTold()));
    }

    /** Days that two questions have in common count once. */
    private long daysStopped() {
        long days = 0;
        var counted = LocalDate.MIN;
        var stops = questions.stream()
                .filter(Question::clockStops)
                .sorted(Comparator.comparing(Question::askedOn))
                .toList();
        for (var stop : stops) {
            var end = stop.receivedOn();
            if (end != null && end.isAfter(counted)) {
                var start = stop.askedOn().isAfter(counted) ? stop.askedOn() : counted;
                days += ChronoUnit.DAYS.between(start, end);
                counted = end;
            }
        }
        return days;
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
        return askedAt.atZone(LONDON).toLocalDate();
    }

    /** The numbers of the risks that stay high. */
    public Set<Integer> risks() {
        return Set.copyOf(risks);
    }

    /** The requests as they were sent, oldest first; all but the last were returned. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** The request that was sent last. */
    public Optional<Request> request() {
        return requests.isEmpty() ? Optional.empty() : Optional.of(current());
    }

    /** Until when the Commissioner says whether the request is taken on; empty until it was sent. */
    public Optional<LocalDate> acceptanceDue() {
        return requests.isEmpty() || periods == null ? Optional.empty() : Optional.of(knownAcceptanceDue());
    }

    private LocalDate knownAcceptanceDue() {
        return current().submittedOn().plus(Period.parse(times().acceptance()));
    }

    /** Until when the Commissioner can say that the advice takes longer; empty until the request was received. */
    public Optional<LocalDate> extensionDue() {
        return clockStarted() ? Optional.of(knownExtensionDue()) : Optional.empty();
    }

    /**
     * Until when the Commissioner advises. Moves with an extension and by the days for which the time stood still; while it
     * stands still it is the day without the days since. Empty until the request was received.
     */
    public Optional<LocalDate> adviceDue() {
        return clockStarted() ? Optional.of(knownAdviceDue()) : Optional.empty();
    }

    private boolean clockStarted() {
        return request().map(Request::receivedOn).isPresent();
    }

    /** Since when the time for advice stands still; empty while it runs. */
    public Optional<LocalDate> stoppedSince() {
        return openQuestion().filter(Question::clockStops).map(Question::askedOn);
    }

    /** The information that the Commissioner waits for. */
    public Optional<Question> openQuestion() {
        return questions.stream().filter(Question::isOpen).findFirst();
    }

    /** What the Commissioner asked for, oldest first. */
    public List<Question> questions() {
        return List.copyOf(questions);
    }

    public Optional<Extension> extension() {
        return Optional.ofNullable(extension);
    }

    public Optional<IcoAdvice> advice() {
        return Optional.ofNullable(advice);
    }

    /** Who put on record that no advice came in time. */
    public Optional<By> unanswered() {
        return Optional.ofNullable(unanswered);
    }

    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public Optional<By> decided() {
        return Optional.ofNullable(decided);
    }

    public ConsultationState state() {
        if (outcome != null) {
            return ConsultationState.ENDED;
        }
        if (advice != null) {
            return ConsultationState.ADVISED;
        }
        if (unanswered != null) {
            return ConsultationState.UNANSWERED;
        }
        if (openQuestion().isPresent()) {
            return stoppedSince().isPresent() ? ConsultationState.CLOCK_STOPPED : ConsultationState.INFORMATION_ASKED;
        }
        return requests.isEmpty() ? ConsultationState.TO_SUBMIT : stateOf(current());
    }

    /** Whether the Commissioner has not answered by the day on which an answer was due. */
    public boolean isOverdue(LocalDate today) {
        return switch (state()) {
            case SUBMITTED -> acceptanceDue().filter(today::isAfter).isPresent();
            case CLOCK_RUNS, INFORMATION_ASKED -> knownAdviceDue().isBefore(today);
            default -> false;
        };
    }

    /** What happened when, as it is read. */
    public List<Fact> facts() {
        return ConsultationFacts.of(this);
    }

    private static ConsultationState stateOf(Request request) {
        if (request.acceptance() == null) {
            return ConsultationState.SUBMITTED;
        }
        return switch (request.acceptance()) {
            case ACCEPTED, SILENT -> ConsultationState.CLOCK_RUNS;
            case INCOMPLETE -> ConsultationState.RETURNED;
            case DECLINED -> ConsultationState.DECLINED;
        };
    }
}
