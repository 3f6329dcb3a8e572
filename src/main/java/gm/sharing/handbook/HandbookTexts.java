package gm.sharing.handbook;

import gm.sharing.SafeMarkdown;
import gm.sharing.journey.DecidingTime;
import gm.sharing.journey.FrameworkStage;
import gm.sharing.organisation.Directory;
import gm.sharing.project.Urgency;
import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts what is deployed into words. */
@Service
@Transactional(readOnly = true)
class HandbookTexts {

    private static final Words WORDS = Words.in("handbook/steps");

    private static final int LEVEL_OF_TEXTS = 3;

    private final HandbookModels models;
    private final DecidingTime deciding;
    private final Directory directory;
    private final WhenLate late;

    HandbookTexts(HandbookModels models, DecidingTime deciding, Directory directory, WhenLate late) {
        this.late = late;
        this.models = models;
        this.deciding = deciding;
        this.directory = directory;
    }

    /**
     * A step in a list.
     *
     * @param id null when it is the form that begins the process
     * @param due empty when there is no date
     * @param form empty when there is none
     */
    record Line(
            String process,
            String processName,
            @Nullable String id,
            String name,
            String who,
            String due,
            String form) {}

    /** The steps of a stage. */
    record Chapter(FrameworkStage stage, List<Line> steps) {}

    /**
     * A part of a form, with texts as HTML: one of the three.
     *
     * @param terms of the glossary that the question uses
     */
    record Shown(
            @Nullable String heading,
            @Nullable String html,
            @Nullable FormQuestion question,
            List<Articles.Entry> terms) {}

    /** A step in full, with texts as HTML. */
    record Page(
            Line step,
            String stage,
            String documentation,
            StepGuide guide,
            List<WhenLate.Bell> late,
            List<Shown> form) {}

    /** The seven stages, each with its steps, and what belongs to none. */
    List<Chapter> chapters() {
        List<ModelStep> steps = models.steps();
        DoerWords who = DoerWords.of(steps.stream().flatMap(step -> step.doers().stream()), directory);
        return Stream.concat(FrameworkStage.all().stream(), Stream.of(outside()))
                .map(stage -> new Chapter(
                        stage,
                        steps.stream()
                                .filter(step -> step.stage() == stage.number())
                                .map(step -> line(step, who))
                                .toList()))
                .filter(chapter ->
                        chapter.stage().number() > 0 || !chapter.steps().isEmpty())
                .toList();
    }

    private static FrameworkStage outside() {
        return new FrameworkStage(0, WORDS.text("other"), WORDS.text("other-question"));
    }

    /** One step; empty when there is none. */
    Optional<Page> step(String process, String step) {
        return models.step(process, step).map(this::page);
    }

    /** The form that begins a process; empty when there is none. */
    Optional<Page> start(String process) {
        return models.start(process).map(this::page);
    }

    /** How long partners have and what happens when they are late, by the table in force; empty when it does not say it of all. */
    List<String> timesToDecide() {
        return Stream.concat(
                        deciding.of(Urgency.NORMAL).map(days -> WORDS.text("time-normal", values(days))).stream(),
                        deciding.of(Urgency.URGENT).map(days -> WORDS.text("time-urgent", values(days))).stream())
                .toList();
    }

    private static Map<String, Object> values(DecidingTime.Days days) {
        return Map.of("due", days.due(), "reminder", days.reminder(), "board", days.board());
    }

    /** The tables that say how long something takes, in words. */
    List<DeadlineTable> deadlines() {
        return models.deadlines().stream().map(HandbookTexts::inWords).toList();
    }

    private static DeadlineTable inWords(DeadlineTable table) {
        return new DeadlineTable(
                table.id(),
                table.name(),
                table.description(),
                table.conditions(),
                table.answers(),
                table.rows().stream()
                        .map(row -> new DeadlineTable.Row(
                                row.conditions().stream()
                                        .map(CodeWords::condition)
                                        .toList(),
                                row.answers().stream().map(CodeWords::answer).toList(),
                                row.note()))
                        .toList());
    }

    private Page page(StepGuide guide) {
        return new Page(
                line(guide.step(), DoerWords.of(guide.step().doers().stream(), directory)),
                FrameworkStage.all().stream()
                        .filter(stage -> stage.number() == guide.step().stage())
                        .map(stage -> WORDS.text("stage", Map.of("number", stage.number(), "name", stage.name())))
                        .findFirst()
                        .orElse(outside().name()),
                html(guide.documentation()),
                guide,
                late.inWords(guide.alarms()),
                shown(guide.form()));
    }

    private static List<Shown> shown(List<FormPart> form) {
        Glossary glossary = Glossary.now();
        return form.stream().map(part -> shown(part, glossary)).toList();
    }

    private static Shown shown(FormPart part, Glossary glossary) {
        String text = part.text();
        FormQuestion question = part.question();
        return new Shown(
                part.heading(),
                text == null ? null : html(text),
                question,
                question == null ? List.of() : glossary.termsIn(question.label() + "\n" + question.description()));
    }

    private static String html(String markdown) {
        return SafeMarkdown.html(markdown, LEVEL_OF_TEXTS);
    }

    private static Line line(ModelStep step, DoerWords who) {
        Term due = step.due();
        return new Line(
                step.process(),
                step.processName(),
                step.id(),
                step.name(),
                who.any(step.doers()),
                due == null ? "" : TermWords.length(due),
                form(step.form()));
    }

    private static String form(@Nullable FormInShort form) {
        if (form == null) {
            return "";
        }
        String questions = form.questions() == 1
                ? WORDS.text("question")
                : WORDS.text("questions", Map.of("number", form.questions()));
        return form.title().isEmpty()
                ? WORDS.text("form", Map.of("questions", questions))
                : WORDS.text("form-named", Map.of("form", form.title(), "questions", questions));
    }
}
