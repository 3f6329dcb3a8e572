package gm.sharing.workflow.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.Refused;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.SubmittedSize.TooMuch;
import gm.sharing.workflow.page.FormDrafts.Kept;
import gm.sharing.workflow.page.FormDrafts.Of;
import gm.sharing.workflow.page.FormPage.Told;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** What is done with a form on its page before it is handed in, of tasks and of starts. */
@Component
class FormDesk {

    /** The button that was pressed, and what it is about behind a colon. */
    private static final String BUTTON = "_do";

    private static final String REVISION = "_draft";
    /** The numbers of the steps that stood on the page; without it, the whole form did. */
    private static final String STEPS = "_steps";

    private static final String IN_STEPS = "in-steps";
    private static final Set<String> CHANGES = Set.of("add", "remove", "undo", "look");
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,3}(,\\d{1,3}){0,99}");

    private final FormDrafts drafts;
    private final StepsDesk stepped;

    FormDesk(FormDrafts drafts, StepsDesk stepped) {
        this.drafts = drafts;
        this.stepped = stepped;
    }

    Sent read(Opened form, MultiValueMap<String, String> typed, Person person) {
        if (Sent.CHECKED.equals(typed.getFirst(BUTTON)) || Sent.WHOLE.equals(typed.getFirst(BUTTON))) {
            return new Sent(standing(form, person), typed.getFirst(BUTTON));
        }
        String numbers = Objects.requireNonNullElse(typed.getFirst(STEPS), "");
        List<Integer> steps = NUMBERS.matcher(numbers).matches()
                ? FormSteps.of(form.form()).stream()
                        .flatMap(all -> Stream.of(numbers.split(",", -1))
                                .map(Integer::valueOf)
                                .filter(all::has))
                        .distinct()
                        .toList()
                : List.of();
        String[] button =
                Objects.requireNonNullElse(typed.getFirst(BUTTON), "look").split(":", 2);
        String revision = Objects.requireNonNullElse(typed.getFirst(REVISION), "0");
        return new Sent(
                steps.isEmpty() ? whole(form, typed, person) : withSteps(form, steps, typed, person),
                button[0],
                button.length > 1 ? button[1] : "",
                revision.matches("\\d{1,9}") ? Integer.parseInt(revision) : 0,
                steps,
                typed.containsKey("_check"),
                Writer.of(typed));
    }

    /** What is not asked any more stays with the draft. */
    private ObjectNode whole(Opened form, MultiValueMap<String, String> typed, Person person) {
        ObjectNode answers = TypedAnswers.of(form.form(), typed, before(form, person));
        answers.setAll(FormerAnswers.of(form, kept(form, person).orElse(null)));
        return answers;
    }

    /** What was answered in other steps is as it stands. */
    private ObjectNode withSteps(Opened form, List<Integer> steps, MultiValueMap<String, String> typed, Person person) {
        ObjectNode answers = standing(form, person);
        FormSteps.of(form.form())
                .ifPresent(all -> answers.setAll(TypedAnswers.of(all.form(steps), typed, before(form, person))));
        return answers;
    }

    /** What people only read is as it is now, but in rows, which they added and removed. */
    private ObjectNode before(Opened form, Person person) {
        ObjectNode begun = form.begun();
        drafts.find(Of.form(form), person)
                .map(Kept::answers)
                .map(form::standing)
                .ifPresent(draft -> draft.properties().stream()
                        .filter(answer -> answer.getValue().isArray() && begun.has(answer.getKey()))
                        .forEach(answer -> begun.set(answer.getKey(), answer.getValue())));
        return begun;
    }

    /** Saves what stands in the form, with a row added, removed or put back; empty when another page saved since. */
    Optional<Kept> keep(Opened form, Sent sent, Person person) {
        RemovedRow removed = null;
        if (sent.is("add")) {
            RemovedRow.rows(sent.answers(), sent.about())
                    .filter(rows -> rows.size() < TypedAnswers.MOST_ROWS)
                    .ifPresent(rows -> rows.add(TypedAnswers.newRow(form.form(), sent.about())));
        } else if (sent.is("remove")) {
            removed = RemovedRow.from(sent.answers(), sent.about()).orElse(null);
        } else if (sent.is("undo")) {
            drafts.find(Of.form(form), person).map(Kept::removed).ifPresent(row -> row.putBack(sent.answers()));
            removed = RemovedRow.NONE;
        }
        return saved(Of.form(form), person, sent.answers(), sent.revision(), sent.writer(), removed);
    }

    /** Two pages of one form may save the first draft at the same moment. */
    private Optional<Kept> saved(
            Of form,
            Person person,
            ObjectNode answers,
            int revision,
            @Nullable Writer writer,
            @Nullable RemovedRow removed) {
        try {
            return drafts.save(form, person, answers, revision, writer, removed);
        } catch (DataIntegrityViolationException another) {
            return drafts.save(form, person, answers, revision, writer, removed);
        }
    }

    /** Saves it whatever else was saved. */
    Kept keepAnyway(Opened form, Sent sent, Person person) {
        return saved(Of.form(form), person, sent.answers(), -1, null, null).orElseThrow();
    }

    /** What a colleague of the office saved since the page was made; whoever sends it would never see that. */
    Optional<Kept> newer(Opened form, Sent sent, Person person) {
        return sent.revision() < 0
                ? Optional.empty()
                : kept(form, person).filter(kept -> kept.by() != null && kept.revision() != sent.revision());
    }

    Optional<Kept> kept(Opened form, Person person) {
        return drafts.find(Of.form(form), person);
    }

    void forget(Opened form, Person person) {
        drafts.forget(Of.form(form), person);
    }

    /** The page to which the person comes after what was typed was kept. */
    String onward(Opened form, Sent sent, Kept kept, Person person, Model model) {
        if (sent.is(Sent.WHOLE) || sent.is(IN_STEPS)) {
            drafts.showWhole(Of.form(form), person, sent.is(Sent.WHOLE));
        }
        if (CHANGES.contains(sent.button())) {
            drafts.went(Of.form(form), person, sent.steps(), false);
        }
        FormSteps steps =
                sent.steps().isEmpty() ? null : FormSteps.of(form.form()).orElse(null);
        return steps == null
                ? "redirect:" + form.address() + anchor(sent, kept)
                : stepped.onward(form, steps, sent, kept, person, model) + anchor(sent, kept);
    }

    /** The page from which it was sent, with what was typed and why it was not taken. */
    String refused(Opened form, Sent sent, @Nullable Kept kept, Refused refused, Model model) {
        List<Told> told = FormPage.told(form, sent.answers(), refused);
        FormSteps steps = sent.steps().isEmpty() && !sent.is(Sent.CHECKED)
                ? null
                : StepsDesk.of(form, sent.is(Sent.CHECKED) ? kept : null).orElse(null);
        if (steps == null) {
            return FormPage.show(form, sent.answers(), kept, told, model);
        }
        return sent.is(Sent.CHECKED)
                ? stepped.refused(form, steps, sent.answers(), kept, told, model)
                : stepped.refused(form, steps, sent, kept, told, model);
    }

    /** As {@link #refused}, of what cannot be kept either. Of what another page saved since, the next saving tells. */
    String refused(Opened form, Sent sent, TooMuch tooMuch, Person person, Model model) {
        Kept before = kept(form, person)
                .filter(kept -> kept.revision() == sent.revision())
                .orElse(null);
        return refused(form, sent, before, tooMuch, model);
    }

    /** One step of a long form; empty when there is none to be seen. */
    Optional<String> step(Opened form, int number, boolean checking, Person person, Model model) {
        return stepped.step(form, number, checking, person, model);
    }

    /** Where the person goes on, on the page that is made anew. */
    private static String anchor(Sent sent, Kept kept) {
        if (sent.is("check")) {
            return "/check";
        }
        if (sent.is("add")) {
            int rows = RemovedRow.rows(kept.answers(), sent.about())
                    .map(ArrayNode::size)
                    .orElse(1);
            return "#" + sent.about().replace('.', '-') + "-" + (rows - 1);
        }
        if (sent.is("undo") && RemovedRow.isName(sent.about())) {
            return "#" + sent.about().replace('.', '-');
        }
        return sent.is("remove") ? "#_removed" : sent.is("look") ? "#_form" : "";
    }

    /** All answers, to be read again; what the form begins with when nothing was typed. */
    String check(Opened form, Person person, Model model) {
        Kept kept = drafts.find(Of.form(form), person).orElse(null);
        ObjectNode answers = standing(form, kept);
        return StepsDesk.of(form, kept)
                .map(steps -> stepped.check(form, steps, answers, kept, model))
                .orElseGet(() -> FormPage.check(form, answers, model));
    }

    private ObjectNode standing(Opened form, Person person) {
        return standing(form, drafts.find(Of.form(form), person).orElse(null));
    }

    private static ObjectNode standing(Opened form, @Nullable Kept kept) {
        return kept == null ? form.begun() : form.standing(kept.answers());
    }

    /** Keeps what was sent to a form that is not there any more, as it came, beside what was kept before. */
    void keepLeftOver(String form, MultiValueMap<String, String> typed, Person person) {
        ObjectNode words = FormerAnswers.of(typed);
        if (!words.isEmpty()) {
            ObjectNode all =
                    drafts.leftOver(form, person).map(Kept::answers).orElseGet(JsonNodeFactory.instance::objectNode);
            all.setAll(words);
            Of left = new Of(form, false);
            try {
                saved(left, person, all, -1, null, null);
            } catch (TooMuch tooMuch) {
                saved(left, person, words, -1, null, null);
            }
        }
    }

    /** What the person typed into a form that is not open any more, to be copied from there. */
    List<String> leftOver(String form, Person person) {
        return drafts.leftOver(form, person)
                .map(Kept::answers)
                .map(FormerAnswers::words)
                .orElse(List.of());
    }

    /** The page with what stands in the draft, or what the form begins with. */
    String page(Opened form, Person person, Model model) {
        Kept kept = drafts.find(Of.form(form), person).orElse(null);
        ObjectNode answers = standing(form, kept);
        return StepsDesk.of(form, kept)
                .map(steps -> stepped.list(form, steps, answers, kept, model))
                .orElseGet(() -> FormPage.show(form, answers, kept, List.of(), model));
    }
}
