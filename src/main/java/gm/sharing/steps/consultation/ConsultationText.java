package gm.sharing.steps.consultation;

import gm.sharing.consultation.Acceptance;
import gm.sharing.consultation.PriorConsultation;
import gm.sharing.consultation.PriorConsultations;
import gm.sharing.consultation.Question;
import gm.sharing.consultation.Request;
import gm.sharing.dpia.Dpias;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.form.Markdown;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in forms where a prior consultation stands and what it is about. */
@Component
class ConsultationText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

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
                .map(graded -> "**R%d** %s\n\nMeasure: %s"
                        .formatted(
                                graded.risk().number(),
                                Markdown.plain(graded.risk().impact()),
                                Markdown.plain(graded.risk().measure())))
                .collect(Collectors.joining("\n\n"));
    }

    /** Everything that was sent and came back so far, with its dates. */
    String situation(PriorConsultation consultation) {
        List<String> parts = new ArrayList<>();
        consultation.requests().forEach(request -> parts.add(request(request)));
        consultation
                .extension()
                .ifPresent(extension -> parts.add(Markdown.answer(
                        "The ICO takes longer, as it said on " + DAY.format(extension.toldOn()), extension.reasons())));
        consultation.questions().forEach(question -> parts.add(question(question)));
        consultation
                .advice()
                .ifPresent(advice -> parts.add(Markdown.answer(
                        "The ICO advised on " + DAY.format(advice.advisedOn()) + ": "
                                + advice.view().label(),
                        advice.advice())));
        if (consultation.unanswered().isPresent()) {
            parts.add("**The ICO did not advise in time.** Silence is not approval; it may still act later.");
        } else if (consultation.advice().isEmpty()) {
            consultation
                    .adviceDue()
                    .ifPresent(due -> parts.add("The advice is due by **" + DAY.format(due) + "**"
                            + consultation
                                    .stoppedSince()
                                    .map(since -> ", and later by the days for which the period is suspended, since "
                                            + DAY.format(since))
                                    .orElse("")
                            + "."));
        }
        return "## What has happened\n\n" + String.join("\n\n", parts);
    }

    private static String request(Request request) {
        var sent = "The request was sent on " + DAY.format(request.submittedOn()) + " ("
                + request.regime().label() + ").";
        if (request.acceptance() == null) {
            return sent;
        }
        return sent + " " + acceptance(request);
    }

    private static String acceptance(Request request) {
        var explanation = request.explanation();
        return (request.acceptance() == Acceptance.Answer.SILENT
                        ? "The ICO did not say in time whether it is accepted."
                        : "The ICO answered on " + day(request.answeredOn()) + ": " + label(request.acceptance()) + ".")
                + (request.receivedOn() == null ? "" : " It was received on " + day(request.receivedOn()) + ".")
                + (request.icoReference() == null ? "" : " Reference: " + Markdown.plain(request.icoReference()) + ".")
                + (explanation == null ? "" : "\n\n" + Markdown.quoted(explanation));
    }

    private static String label(Acceptance.@Nullable Answer answer) {
        return answer == null ? "" : answer.label();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    private static String question(Question question) {
        var asked = Markdown.answer(
                "On " + DAY.format(question.askedOn()) + " the ICO asked for information"
                        + (question.clockStops() ? "; the period was suspended" : "; the period continued"),
                question.question());
        var answer = question.answer();
        return answer == null
                ? asked
                : asked + "\n\n" + Markdown.answer("It had it on " + day(question.receivedOn()), answer);
    }
}
