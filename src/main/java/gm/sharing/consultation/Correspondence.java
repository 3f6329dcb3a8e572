package gm.sharing.consultation;

import static gm.sharing.consultation.LetterRules.afterwards;
import static gm.sharing.consultation.LetterRules.dated;
import static gm.sharing.consultation.LetterRules.written;

import gm.sharing.Dates;
import gm.sharing.Refused;
import gm.sharing.organisation.By;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/**
 * What went to and came from the Commissioner in one consultation: requests, questions and answers, and the advice. Whether
 * it is the turn of a letter is for {@link PriorConsultation} to say.
 */
@Embeddable
class Correspondence {

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
    private List<InformationRequest> questions = new ArrayList<>();

    @Embedded
    private @Nullable Extension extension;

    @Embedded
    private @Nullable IcoAdvice advice;

    @Embedded
    @AttributeOverride(name = "person", column = @Column(name = "unanswered_by"))
    @AttributeOverride(name = "name", column = @Column(name = "unanswered_name"))
    @AttributeOverride(name = "at", column = @Column(name = "unanswered_at"))
    private @Nullable By unanswered;

    protected Correspondence() {}

    /** Takes that the request was sent; again when it was returned. */
    void submit(Submission submission, LocalDate askedOn, By by) {
        var missing = EnumSet.allOf(SentItem.class);
        submission.sent().forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw Refused.of(
                    "sent",
                    "Article 36(3) of UK GDPR also asks for "
                            + missing.stream().map(SentItem::label).collect(Collectors.joining(", ")) + ".");
        }
        dated("submittedOn", submission.submittedOn(), earliestSubmission(askedOn), by.on());
        requests.add(Request.of(submission, by));
    }

    /** A request that was returned is sent again after the return, and none before it was asked for. */
    private LocalDate earliestSubmission(LocalDate askedOn) {
        var returned = requests.isEmpty() ? null : current().answeredOn();
        return returned == null ? askedOn : returned;
    }

    /** Sets the times by which the Commissioner's answers are awaited. */
    void startClock(Periods periods) {
        this.periods = periods;
    }

    /** Takes whether the Commissioner takes the request on. */
    void answer(Acceptance answer, By by) {
        var sent = current().submittedOn();
        if (answer.acceptance() == Acceptance.Answer.SILENT) {
            afterwards("acceptance", times().acceptanceDue(), by.on());
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
    void answer(CommissionerAnswer answer, By by) {
        switch (answer.answer()) {
            case ASKS -> asked(answer, by);
            case EXTENDS -> extended(answer, by);
            case ADVISES -> advised(answer, by);
            case SILENT -> {
                afterwards("answer", times().adviceDue(), by.on());
                unanswered = by;
            }
        }
    }

    private void asked(CommissionerAnswer answer, By by) {
        var on = dated("writtenOn", answer.writtenOn(), times().received(), by.on());
        var question = written("question", answer.question());
        if (answer.clockStops() == null) {
            throw Refused.of("clockStops", "say yes or no.");
        }
        if (answer.clockStops() && on.isAfter(times().adviceDue())) {
            throw Refused.of(
                    "clockStops", "it cannot any more, as it ran out on " + Dates.day(times().adviceDue()) + ".");
        }
        questions.add(new InformationRequest(on, question, answer.clockStops(), by, null, null, null));
    }

    private void extended(CommissionerAnswer answer, By by) {
        if (extension != null) {
            throw Refused.of(
                    "answer",
                    "the time was already extended on " + Dates.day(extension.toldOn()) + ". It can be extended once.");
        }
        var on = dated("writtenOn", answer.writtenOn(), times().received(), by.on());
        var last = times().extensionDue();
        if (on.isAfter(last)) {
            throw Refused.of(
                    "writtenOn",
                    "the Commissioner can take longer only when that is said by " + Dates.day(last)
                            + ". The time for advice stays as it is.");
        }
        extension = new Extension(on, written("reasons", answer.reasons()), by);
    }

    private void advised(CommissionerAnswer answer, By by) {
        var on = dated("writtenOn", answer.writtenOn(), times().received(), by.on());
        var view = answer.view();
        if (view == null) {
            throw Refused.of("view", "must be filled in.");
        }
        advice = new IcoAdvice(view, written("advice", answer.advice()), on, by);
    }

    /** Takes that the Commissioner has the information that was asked for. */
    void inform(InformationSent sent, By by) {
        var last = questions.size() - 1;
        dated("receivedOn", sent.receivedOn(), questions.get(last).askedOn(), by.on());
        questions.set(last, questions.get(last).answered(sent, by));
    }

    private TimesOfAnswers times() {
        return new TimesOfAnswers(current(), periods, extension, questions);
    }

    private Request current() {
        return requests.get(requests.size() - 1);
    }

    /** The requests as they were sent, oldest first; all but the last were returned. */
    List<Request> requests() {
        return List.copyOf(requests);
    }

    /** The request that was sent last. */
    Optional<Request> request() {
        return requests.isEmpty() ? Optional.empty() : Optional.of(current());
    }

    /** Until when the Commissioner says whether the request is taken on; empty until it was sent. */
    Optional<LocalDate> acceptanceDue() {
        return requests.isEmpty() || periods == null ? Optional.empty() : Optional.of(times().acceptanceDue());
    }

    /** Until when the Commissioner can say that the advice takes longer; empty until the request was received. */
    Optional<LocalDate> extensionDue() {
        return clockStarted() ? Optional.of(times().extensionDue()) : Optional.empty();
    }

    /**
     * Until when the Commissioner advises. Moves with an extension and by the days for which it was suspended; while it
     * is suspended it is the day without the days since. Empty until the request was received.
     */
    Optional<LocalDate> adviceDue() {
        return clockStarted() ? Optional.of(times().adviceDue()) : Optional.empty();
    }

    private boolean clockStarted() {
        return request().map(Request::receivedOn).isPresent();
    }

    /** Since when the time for advice is suspended; empty while it runs. */
    Optional<LocalDate> stoppedSince() {
        return openQuestion().filter(InformationRequest::clockStops).map(InformationRequest::askedOn);
    }

    /** The information that the Commissioner waits for. */
    Optional<InformationRequest> openQuestion() {
        return questions.stream().filter(InformationRequest::isOpen).findFirst();
    }

    /** What the Commissioner asked for, oldest first. */
    List<InformationRequest> questions() {
        return List.copyOf(questions);
    }

    Optional<Extension> extension() {
        return Optional.ofNullable(extension);
    }

    Optional<IcoAdvice> advice() {
        return Optional.ofNullable(advice);
    }

    /** Who put on record that no advice came in time. */
    Optional<By> unanswered() {
        return Optional.ofNullable(unanswered);
    }

    /** How far it is until the lead organisation decided. */
    ConsultationState state() {
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
