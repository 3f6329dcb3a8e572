package gm.sharing.consultation;

import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.document.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of a consultation what happened when. */
final class ConsultationFacts {

    private ConsultationFacts() {}

    static List<Fact> of(PriorConsultation consultation) {
        FactList facts = new FactList()
                .add("asked-for-by-the-assessment-on", "Asked for by the assessment on", day(consultation.askedOn()))
                .add(
                        "risks-that-stay-high",
                        "Risks that stay high",
                        consultation.risks().stream()
                                .sorted()
                                .map(number -> "R" + number)
                                .collect(Collectors.joining(", ")));
        consultation.request().ifPresent(request -> addRequest(request, consultation, facts));
        consultation
                .questions()
                .forEach(question -> facts.add("information-asked-for", "Information asked for", asked(question)));
        consultation
                .extension()
                .ifPresent(extension ->
                        facts.add("takes-longer-as-said-on", "Takes longer, as said on", day(extension.toldOn())));
        if (isAwaited(consultation)) {
            facts.add(
                    "advice-due-by",
                    "Advice due by",
                    consultation.adviceDue().map(due -> due(due, consultation)).orElse(null));
        }
        consultation
                .advice()
                .ifPresent(advice ->
                        facts.add("advice", "Advice", advice.view().label() + " (" + day(advice.advisedOn()) + ")"));
        consultation.unanswered().ifPresent(by -> facts.add("advice", "Advice", "None in time"));
        outcome(consultation).ifPresent(outcome -> facts.add("outcome", "Outcome", outcome));
        return facts.facts();
    }

    private static void addRequest(Request request, PriorConsultation consultation, FactList facts) {
        facts.add(
                "request-sent-on",
                "Request sent on",
                day(request.submittedOn()) + " (" + request.regime().label() + ")");
        var acceptance = request.acceptance();
        if (acceptance == null) {
            facts.add(
                    "decision-on-the-request-due-by",
                    "Decision on the request due by",
                    consultation.acceptanceDue().map(ConsultationFacts::day).orElse(null));
            return;
        }
        facts.add(
                        "answer-to-the-request",
                        "Answer to the request",
                        request.answeredOn() == null
                                ? acceptance.label()
                                : acceptance.label() + " (" + day(request.answeredOn()) + ")")
                .add("ico-reference", "The Commissioner's reference", request.icoReference())
                .add("received-by-the-commissioner-on", "Received by the Commissioner on", day(request.receivedOn()));
    }

    private static boolean isAwaited(PriorConsultation consultation) {
        return switch (consultation.state()) {
            case CLOCK_RUNS, CLOCK_STOPPED, INFORMATION_ASKED -> true;
            default -> false;
        };
    }

    private static String due(LocalDate due, PriorConsultation consultation) {
        return consultation
                .stoppedSince()
                .map(since -> "%s, and later by the days for which the period is suspended, since %s"
                        .formatted(day(due), day(since)))
                .orElse(day(due));
    }

    private static String asked(Question question) {
        var what = question.clockStops() ? "the period is suspended" : "the period continues";
        return question.isOpen()
                ? "%s; %s".formatted(day(question.askedOn()), what)
                : "%s; received on %s%s"
                        .formatted(
                                day(question.askedOn()),
                                day(question.receivedOn()),
                                question.clockStops() ? ", until when the period was suspended" : "");
    }

    private static Optional<String> outcome(PriorConsultation consultation) {
        return consultation.outcome().flatMap(outcome -> consultation
                .decided()
                .map(by -> outcome.outcome().label() + " (" + day(by.on()) + ")"));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : Wording.date(day);
    }
}
