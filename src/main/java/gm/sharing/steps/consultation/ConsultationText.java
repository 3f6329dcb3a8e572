package gm.sharing.steps.consultation;

import gm.sharing.Dates;
import gm.sharing.consultation.Acceptance;
import gm.sharing.consultation.InformationRequest;
import gm.sharing.consultation.PriorConsultation;
import gm.sharing.consultation.PriorConsultations;
import gm.sharing.consultation.Request;
import gm.sharing.dpia.Dpias;
import gm.sharing.project.ProjectReference;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.Markdown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in forms where a prior consultation stands and what it is about. */
@Component
class ConsultationText {

    private static final Words WORDS = Words.in("consultation/situation");

    private final PriorConsultations consultations;
    private final Dpias dpias;

    ConsultationText(PriorConsultations consultations, Dpias dpias) {
        this.consultations = consultations;
        this.dpias = dpias;
    }

    /** The risks that it is about, by number. */
    String highRisks(ProjectReference reference) {
        var numbers = consultations.get(reference).risks();
        return dpias.get(reference).risks().stream()
                .filter(graded -> numbers.contains(graded.risk().number()))
                .map(graded -> WORDS.text(
                        "risk",
                        Map.of(
                                "number",
                                graded.risk().number(),
                                "impact",
                                Markdown.plain(graded.risk().impact()),
                                "measure",
                                Markdown.plain(graded.risk().measure()))))
                .collect(Collectors.joining("\n\n"));
    }

    /** Everything that was sent and came back so far, with its dates. */
    String situation(PriorConsultation consultation) {
        List<String> parts = new ArrayList<>();
        consultation.requests().forEach(request -> parts.add(request(request)));
        consultation
                .extension()
                .ifPresent(extension ->
                        parts.add(Markdown.answer(dated("extended", extension.toldOn()), extension.reasons())));
        consultation.questions().forEach(question -> parts.add(question(question)));
        consultation
                .advice()
                .ifPresent(advice -> parts.add(Markdown.answer(
                        WORDS.text(
                                "advised",
                                Map.of(
                                        "date",
                                        Dates.weekday(advice.advisedOn()),
                                        "view",
                                        advice.view().label())),
                        advice.advice())));
        if (consultation.unanswered().isPresent()) {
            parts.add(WORDS.text("unanswered"));
        } else if (consultation.advice().isEmpty()) {
            consultation.adviceDue().ifPresent(due -> parts.add(due(due, consultation.stoppedSince())));
        }
        return "## " + WORDS.text("title") + "\n\n" + String.join("\n\n", parts);
    }

    private static String due(LocalDate due, Optional<LocalDate> suspended) {
        return suspended
                .map(since ->
                        WORDS.text("due-suspended", Map.of("date", Dates.weekday(due), "since", Dates.weekday(since))))
                .orElseGet(() -> dated("due", due));
    }

    private static String dated(String key, @Nullable LocalDate date) {
        return WORDS.text(key, Map.of("date", day(date)));
    }

    private static String request(Request request) {
        String sent = WORDS.text(
                "sent",
                Map.of(
                        "date",
                        Dates.weekday(request.submittedOn()),
                        "regime",
                        request.regime().label()));
        return request.acceptance() == null ? sent : sent + " " + acceptance(request);
    }

    private static String acceptance(Request request) {
        List<String> said = new ArrayList<>();
        said.add(
                request.acceptance() == Acceptance.Answer.SILENT
                        ? WORDS.text("silent")
                        : WORDS.text(
                                "answered",
                                Map.of("date", day(request.answeredOn()), "answer", label(request.acceptance()))));
        if (request.receivedOn() != null) {
            said.add(dated("received", request.receivedOn()));
        }
        if (request.icoReference() != null) {
            said.add(WORDS.text("reference", Map.of("reference", Markdown.plain(request.icoReference()))));
        }
        String explanation = request.explanation();
        return String.join(" ", said) + (explanation == null ? "" : "\n\n" + Markdown.quoted(explanation));
    }

    private static String label(Acceptance.@Nullable Answer answer) {
        return answer == null ? "" : answer.label();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : Dates.weekday(day);
    }

    private static String question(InformationRequest question) {
        String asked = Markdown.answer(
                dated(question.clockStops() ? "asked-suspended" : "asked-continued", question.askedOn()),
                question.question());
        String answer = question.answer();
        return answer == null
                ? asked
                : asked + "\n\n" + Markdown.answer(dated("information-received", question.receivedOn()), answer);
    }
}
