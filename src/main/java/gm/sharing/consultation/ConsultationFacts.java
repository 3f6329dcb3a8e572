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
                .add("Asked for by the assessment on", day(consultation.askedOn()))
                .add(
                        "Risks that stay high",
                        consultation.risks().stream()
                                .sorted()
                                .map(number -> "R" + number)
                                .collect(Collectors.joining(", ")));
        consultation.request().ifPresent(request -> addRequest(request, consultation, facts));
        consultation.questions().forEach(question -> facts.add("Information asked for", asked(question)));
        consultation.extension().ifPresent(extension -> facts.add("Takes longer, as said on", day(extension.toldOn())));
        if (isAwaited(consultation)) {
            facts.add(
                    "Advice due by",
                    consultation.adviceDue().map(due -> due(due, consultation)).orElse(null));
        }
        consultation
                .advice()
                .ifPresent(advice -> facts.add("Advice", advice.view().label() + " (" + day(advice.advisedOn()) + ")"));
        consultation.unanswered().ifPresent(by -> facts.add("Advice", "None in time"));
        outcome(consultation).ifPresent(outcome -> facts.add("Outcome", outcome));
        return facts.facts();
    }

    private static void addRequest(Request request, PriorConsultation consultation, FactList facts) {
        facts.add(
                "Request sent on",
                day(request.submittedOn()) + " (" + request.regime().label() + ")");
        var acceptance = request.acceptance();
        if (acceptance == null) {
            facts.add(
                    "Decision on the request due by",
                    consultation.acceptanceDue().map(ConsultationFacts::day).orElse(null));
            return;
        }
        facts.add(
                        "Answer to the request",
                        request.answeredOn() == null
                                ? acceptance.label()
                                : acceptance.label() + " (" + day(request.answeredOn()) + ")")
                .add("The Commissioner's reference", request.icoReference())
                .add("Received by the Commissioner on", day(request.receivedOn()));
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
