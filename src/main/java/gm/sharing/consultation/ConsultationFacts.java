package gm.sharing.consultation;

import gm.sharing.Dates;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.wording.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of a consultation what happened when. */
final class ConsultationFacts {

    private static final Words WORDS = Words.in("consultation/facts");

    private ConsultationFacts() {}

    static List<Fact> of(PriorConsultation consultation) {
        FactList facts = new FactList(WORDS)
                .add("asked-for-by-the-assessment-on", day(consultation.askedOn()))
                .add(
                        "risks-that-stay-high",
                        consultation.risks().stream()
                                .sorted()
                                .map(number -> "R" + number)
                                .collect(Collectors.joining(", ")));
        consultation.request().ifPresent(request -> addRequest(request, consultation, facts));
        consultation.questions().forEach(question -> facts.add("information-asked-for", asked(question)));
        consultation.extension().ifPresent(extension -> facts.add("takes-longer-as-said-on", day(extension.toldOn())));
        if (isAwaited(consultation)) {
            facts.add(
                    "advice-due-by",
                    consultation.adviceDue().map(due -> due(due, consultation)).orElse(null));
        }
        consultation
                .advice()
                .ifPresent(advice -> facts.add("advice", advice.view().label() + " (" + day(advice.advisedOn()) + ")"));
        consultation.unanswered().ifPresent(by -> facts.add("advice", WORDS.text("none-in-time")));
        outcome(consultation).ifPresent(outcome -> facts.add("outcome", outcome));
        return facts.facts();
    }

    private static void addRequest(Request request, PriorConsultation consultation, FactList facts) {
        facts.add(
                "request-sent-on",
                day(request.submittedOn()) + " (" + request.regime().label() + ")");
        var acceptance = request.acceptance();
        if (acceptance == null) {
            facts.add(
                    "decision-on-the-request-due-by",
                    consultation.acceptanceDue().map(ConsultationFacts::day).orElse(null));
            return;
        }
        facts.add(
                        "answer-to-the-request",
                        request.answeredOn() == null
                                ? acceptance.label()
                                : acceptance.label() + " (" + day(request.answeredOn()) + ")")
                .add("ico-reference", request.icoReference())
                .add("received-by-the-commissioner-on", day(request.receivedOn()));
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
                .map(since -> WORDS.text("due-suspended", Map.of("date", day(due), "since", day(since))))
                .orElse(day(due));
    }

    private static String asked(InformationRequest question) {
        if (question.isOpen()) {
            return WORDS.text(
                    "open-question",
                    Map.of(
                            "date",
                            day(question.askedOn()),
                            "period",
                            question.clockStops() ? WORDS.text("suspended") : WORDS.text("continues")));
        }
        return WORDS.text(
                question.clockStops() ? "answered-question-suspended" : "answered-question",
                Map.of("date", day(question.askedOn()), "received", day(question.receivedOn())));
    }

    private static Optional<String> outcome(PriorConsultation consultation) {
        return consultation.outcome().flatMap(outcome -> consultation
                .decided()
                .map(by -> outcome.outcome().label() + " (" + day(by.on()) + ")"));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : Dates.day(day);
    }
}
