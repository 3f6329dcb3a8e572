package gm.sharing.workflow.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.Refused.Complaint;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.FormRules;
import gm.sharing.workflow.page.FormDrafts.Kept;
import gm.sharing.workflow.page.FormDrafts.Of;
import gm.sharing.workflow.page.FormPage.Told;
import gm.sharing.workflow.page.FormSteps.Step;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows a long form step by step, and says how far each step is. */
@Component
class StepsDesk {

    private final FormDrafts drafts;
    private final Clock clock;

    StepsDesk(FormDrafts drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * A step in the list of them.
     *
     * @param place from 1, among those that are seen
     */
    record Line(int number, int place, String label, StepState state) {}

    /** What is known of a form while its steps are shown. */
    private record Walk(Opened form, FormSteps steps, ObjectNode answers, @Nullable Kept kept, List<Complaint> broken) {

        Place top() {
            return Place.top(answers, form.shown());
        }

        boolean isSeen(Step step) {
            return PartsOfForm.of(form.form(), step.form(), answers, form.shown(), Map.of()).stream()
                    .anyMatch(Part::asks);
        }

        List<Step> seen() {
            return steps.all().stream().filter(this::isSeen).toList();
        }

        String label(Step step) {
            String label = step.title().path("label").asText();
            return top().words(label.isEmpty() ? step.title().path("dateLabel").asText() : label);
        }

        List<Complaint> brokenIn(Set<String> names) {
            return broken.stream()
                    .filter(complaint -> names.contains(complaint.field()))
                    .toList();
        }

        boolean isGone(Step step) {
            return kept != null && kept.gone().contains(step.number());
        }

        StepState state(Step step) {
            if (isGone(step)) {
                return brokenIn(step.names()).isEmpty() ? StepState.COMPLETED : StepState.PROBLEM;
            }
            ObjectNode begun = form.begun();
            return step.names().stream().allMatch(name -> answers.path(name).equals(begun.path(name)))
                    ? StepState.NOT_STARTED
                    : StepState.IN_PROGRESS;
        }
    }

    private Walk walk(Opened form, FormSteps steps, ObjectNode answers, @Nullable Kept kept) {
        return new Walk(
                form,
                steps,
                answers,
                kept,
                FormRules.broken(
                        form.form(),
                        TypedAnswers.seen(form.form(), answers, form.shown()),
                        form.shown(),
                        LocalDate.now(clock)));
    }

    /** The steps of a form that is shown so; empty for one that is shown as a whole. */
    static Optional<FormSteps> of(Opened form, @Nullable Kept kept) {
        return kept != null && kept.whole() ? Optional.empty() : FormSteps.of(form.form());
    }

    /** The list of its steps. */
    String list(Opened form, FormSteps steps, ObjectNode answers, @Nullable Kept kept, Model model) {
        Walk walk = walk(form, steps, answers, kept);
        List<Line> lines = lines(walk);
        List<Part> intro = FormPage.show(form, steps.intro(), answers, kept, List.of(), model);
        model.addAttribute("headed", FormPage.isHeaded(intro));
        model.addAttribute("lines", lines);
        model.addAttribute("skipTo", "_steps");
        model.addAttribute(
                "completed",
                lines.stream()
                        .filter(line -> line.state() == StepState.COMPLETED)
                        .count());
        model.addAttribute(
                "next",
                lines.stream()
                        .filter(line -> line.state() != StepState.COMPLETED)
                        .findFirst()
                        .orElse(null));
        return "form/steps";
    }

    private static List<Line> lines(Walk walk) {
        List<Step> seen = walk.seen();
        return seen.stream()
                .map(step -> new Line(step.number(), seen.indexOf(step) + 1, walk.label(step), walk.state(step)))
                .toList();
    }

    /** One of them, with what is wrong in it when the person went on from it before; empty when it is not seen. */
    Optional<String> step(Opened form, int number, boolean checking, Person person, Model model) {
        Kept kept = drafts.find(Of.form(form), person).orElse(null);
        ObjectNode answers = kept == null ? form.begun() : form.standing(kept.answers());
        return FormSteps.of(form.form()).flatMap(steps -> {
            Walk walk = walk(form, steps, answers, kept);
            return walk.seen().stream()
                    .filter(step -> step.number() == number)
                    .findFirst()
                    .map(step -> {
                        List<Told> told = walk.isGone(step)
                                ? FormPage.told(form, answers, walk.brokenIn(step.names()))
                                : List.of();
                        return page(walk, List.of(number), checking, told, model);
                    });
        });
    }

    private static String page(Walk walk, List<Integer> numbers, boolean checking, List<Told> told, Model model) {
        List<Step> seen = walk.seen();
        List<Step> here =
                seen.stream().filter(step -> numbers.contains(step.number())).toList();
        List<Part> parts =
                FormPage.show(walk.form(), walk.steps().form(numbers), walk.answers(), walk.kept(), told, model);
        if (here.size() == 1) {
            String label = walk.label(here.get(0));
            model.addAttribute("heading", label);
            model.addAttribute(
                    "contents",
                    Contents.of(parts.stream().map(part -> part.under(label)).toList()));
            model.addAttribute("place", seen.indexOf(here.get(0)) + 1);
        } else {
            model.addAttribute("heading", FormWords.text("put-right"));
            model.addAttribute("place", 0);
        }
        model.addAttribute("places", seen.size());
        model.addAttribute("steps", numbers.stream().map(String::valueOf).collect(Collectors.joining(",")));
        model.addAttribute("checking", checking);
        return "form/step";
    }

    /** What was sent from a step was not kept or not taken. */
    String refused(Opened form, FormSteps steps, Sent sent, @Nullable Kept kept, List<Told> told, Model model) {
        return page(walk(form, steps, sent.answers(), kept), sent.steps(), sent.checking(), told, model);
    }

    /** Not taken as a whole: the steps are shown in which something is to be put right, or all answers when it is in none. */
    String refused(
            Opened form, FormSteps steps, ObjectNode answers, @Nullable Kept kept, List<Told> told, Model model) {
        List<Integer> wrong = steps.all().stream()
                .filter(step -> told.stream().anyMatch(one -> step.names().contains(one.top())))
                .map(Step::number)
                .toList();
        Walk walk = walk(form, steps, answers, kept);
        return wrong.isEmpty() ? check(walk, told, model) : page(walk, wrong, true, told, model);
    }

    /** All answers, each with the way to its step and back. */
    String check(Opened form, FormSteps steps, ObjectNode answers, @Nullable Kept kept, Model model) {
        return check(walk(form, steps, answers, kept), List.of(), model);
    }

    private static String check(Walk walk, List<Told> told, Model model) {
        Opened form = walk.form();
        List<CheckedAnswers> pages = walk.seen().stream()
                .map(step -> CheckedAnswers.of(
                        PartsOfForm.of(form.form(), step.form(), walk.answers(), form.shown(), Map.of()),
                        address(form, step.number()) + "?check=yes"))
                .toList();
        return FormPage.check(form, CheckedAnswers.of(pages), told, model);
    }

    /**
     * After what was typed into a step was kept: the page to which the button leads, or the step again with all that is wrong
     * in it.
     */
    String onward(Opened form, FormSteps steps, Sent sent, Kept kept, Person person, Model model) {
        Walk walk = walk(form, steps, form.standing(kept.answers()), kept);
        if (sent.is("continue")) {
            drafts.went(Of.form(form), person, sent.steps(), true);
            JsonNode here = steps.form(sent.steps());
            List<Complaint> broken = walk.brokenIn(new Step(0, here, here).names());
            if (!broken.isEmpty()) {
                List<Told> told = FormPage.told(form, walk.answers(), broken);
                return page(walk, sent.steps(), sent.checking(), told, model);
            }
        }
        return "redirect:" + to(walk, sent);
    }

    private static String to(Walk walk, Sent sent) {
        Opened form = walk.form();
        int here = sent.steps().get(0);
        List<Integer> seen = walk.seen().stream().map(Step::number).toList();
        return switch (sent.button()) {
            case "continue" ->
                sent.checking()
                        ? form.address() + "/check"
                        : seen.stream()
                                .filter(number -> number > here)
                                .findFirst()
                                .map(next -> address(form, next))
                                .orElse(form.address() + "/check");
            case "back" ->
                sent.checking()
                        ? form.address() + "/check"
                        : seen.stream()
                                .filter(number -> number < here)
                                .reduce((one, later) -> later)
                                .map(before -> address(form, before))
                                .orElse(form.address());
            case "list", "save" -> form.address();
            default -> address(form, here) + (sent.checking() ? "?check=yes" : "");
        };
    }

    private static String address(Opened form, int number) {
        return form.address() + "/steps/" + number;
    }
}
