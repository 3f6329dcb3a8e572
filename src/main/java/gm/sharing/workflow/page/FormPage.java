package gm.sharing.workflow.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.Dates;
import gm.sharing.Problem;
import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import gm.sharing.workflow.form.SubmittedSize.TooMuch;
import gm.sharing.workflow.page.FormDrafts.Kept;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;

/** The page of a form: what stands in it, what is wrong, and what of it is seen. */
final class FormPage {

    private static final String PAGE = "form/form";

    /** Questions that one overlooks at a glance. */
    static final int FEW = 8;

    private static final Pattern PASSING = Pattern.compile("href=\"/tasks/[^/\"]+/pass\"");

    private FormPage() {}

    /** The page with what was just typed, and why it was not taken. */
    static String refused(Opened form, ObjectNode answers, @Nullable Kept kept, Refused refused, Model model) {
        return show(form, answers, kept, told(form, answers, refused), model);
    }

    /** What was refused, in the words of the page. */
    static List<Told> told(Opened form, ObjectNode answers, Refused refused) {
        return refused.complaints().isEmpty()
                ? List.of(new Told("", "", String.valueOf(refused.getMessage())))
                : told(form, answers, refused.complaints());
    }

    static List<Told> told(Opened form, ObjectNode answers, List<Complaint> complaints) {
        if (complaints.isEmpty()) {
            return List.of();
        }
        Map<String, String> labels = new HashMap<>();
        PartsOfForm.of(form.form(), answers, form.shown(), Map.of()).forEach(part -> labels(part, "", labels));
        return complaints.stream().map(complaint -> told(complaint, labels)).toList();
    }

    /**
     * A rule that was broken.
     *
     * @param name of the field; empty when it is about none
     * @param id of its element
     */
    record Told(String name, String id, String message) {

        /** The name of the answer or list at the form's top. */
        String top() {
            return name.split("\\.", 2)[0];
        }
    }

    private static Told told(Complaint complaint, Map<String, String> labels) {
        List<Object> path = new ArrayList<>(complaint.path());
        while (!path.isEmpty() && !labels.containsKey(Place.name(path))) {
            path.remove(path.size() - 1);
        }
        return path.isEmpty()
                ? new Told("", "", complaint.sentence())
                : new Told(Place.name(path), Place.id(path), complaint.sentence(labels.get(Place.name(path))));
    }

    /** How the person knows each field: “Flow 2, Security”. */
    private static void labels(Part part, String before, Map<String, String> labels) {
        if (part instanceof Part.Question question) {
            labels.put(question.name(), before + question.label());
        } else if (part instanceof Part.Group group) {
            group.parts().forEach(one -> labels(one, before, labels));
        } else if (part instanceof Part.Rows rows) {
            labels.put(rows.name(), before + rows.label());
            rows.rows().forEach(row -> {
                String within = before + row(rows.label(), row.number());
                labels.put(row.name(), within);
                row.parts().forEach(one -> labels(one, within + ", ", labels));
            });
        }
    }

    /** The page with a form as it stands. */
    static String show(Opened form, ObjectNode answers, @Nullable Kept kept, List<Told> told, Model model) {
        List<Part> parts = show(form, form.form(), answers, kept, told, model);
        model.addAttribute("long", CheckedAnswers.of(parts, "").questions() > FEW);
        model.addAttribute("headed", isHeaded(parts));
        model.addAttribute("stepped", FormSteps.of(form.form()).isPresent());
        return PAGE;
    }

    /** Gives the page what stands in it of the form. */
    static List<Part> show(
            Opened form, JsonNode seen, ObjectNode answers, @Nullable Kept kept, List<Told> told, Model model) {
        Map<String, String> errors = new LinkedHashMap<>();
        told.stream()
                .filter(one -> !one.name().isEmpty())
                .forEach(one -> errors.merge(one.name(), one.message(), (first, more) -> first + " " + more));
        List<Part> parts = PartsOfForm.of(form.form(), seen, answers, form.shown(), errors);
        // A task's page has said more before; a start is nobody's.
        List.of("free", "own", "office").stream()
                .filter(name -> !model.containsAttribute(name))
                .forEach(name -> model.addAttribute(name, false));
        model.addAttribute("form", form);
        model.addAttribute("contents", Contents.of(parts));
        model.addAttribute("skipTo", Part.firstField(parts));
        model.addAttribute("passes", parts.stream().anyMatch(FormPage::leadsToPassing));
        model.addAttribute("due", form.due() == null ? null : Dates.weekday(form.due()));
        model.addAttribute("problems", problems(told));
        model.addAttribute("revision", kept == null ? 0 : kept.revision());
        model.addAttribute("writer", kept == null ? null : kept.writer());
        model.addAttribute("saved", kept == null ? null : saved(kept));
        model.addAttribute("removed", kept == null || kept.removed() == null ? null : removed(kept.removed()));
        model.addAttribute(
                "removedName",
                kept == null || kept.removed() == null ? "" : kept.removed().name());
        model.addAttribute("former", FormerAnswers.words(FormerAnswers.of(form, kept)));
        model.addAttribute("signedOut", FormWords.text("signed-out"));
        model.addAttribute("notSaved", FormWords.text("not-saved"));
        model.addAttribute("tooMuch", FormWords.text("not-saved-too-much"));
        return parts;
    }

    /** A form may lead there itself, for those who open it in Tasklist; one link is enough. */
    private static boolean leadsToPassing(Part part) {
        return part instanceof Part.Reading reading
                && PASSING.matcher(reading.html()).find();
    }

    /** Which row of a list it is. */
    static String row(String list, int number) {
        return FormWords.text("row", Map.of("list", list, "number", number));
    }

    /** The page on which all answers are read again. */
    static String check(Opened form, ObjectNode answers, Model model) {
        List<Part> parts = PartsOfForm.of(form.form(), answers, form.shown(), Map.of());
        return check(form, CheckedAnswers.of(parts, form.address()), List.of(), model);
    }

    static String check(Opened form, CheckedAnswers checked, List<Told> told, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("checked", checked);
        model.addAttribute("which", Integer.toHexString(checked.toString().hashCode()));
        model.addAttribute("problems", problems(told));
        return "form/check";
    }

    private static List<Problem> problems(List<Told> told) {
        return told.stream().map(one -> new Problem(one.id(), one.message())).toList();
    }

    /** When it was saved. */
    static String saved(Kept kept) {
        String time = Dates.moment(kept.savedAt());
        return kept.by() == null
                ? FormWords.text("saved", Map.of("time", time))
                : FormWords.text("saved-by", Map.of("time", time, "who", kept.by()));
    }

    /** Another page of the same form was saved after this one was made. */
    static Refused savedElsewhere(Kept other) {
        String time = Dates.moment(other.savedAt());
        return new Refused(
                other.by() == null
                        ? FormWords.text("saved-elsewhere", Map.of("time", time))
                        : FormWords.text("saved-by-colleague", Map.of("time", time, "who", other.by())));
    }

    private static String removed(RemovedRow row) {
        return row.row().properties().stream()
                .map(answer -> InWords.of(answer.getValue()))
                .filter(words -> !words.isBlank())
                .findFirst()
                .map(words -> FormWords.text("removed", Map.of("row", words)))
                .orElseGet(() -> FormWords.text("removed-empty"));
    }

    /** Most forms begin with their title; the page says the task's name where one does not. */
    static boolean isHeaded(List<Part> parts) {
        return parts.stream()
                .findFirst()
                .filter(part ->
                        part instanceof Part.Reading reading && reading.html().contains("<h1"))
                .isPresent();
    }

    /** What can be seen of the form as it stands, for the page that is open. */
    static Map<String, Object> live(Opened form, ObjectNode answers, Kept kept) {
        Map<String, Boolean> hidden = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        PartsOfForm.of(form.form(), answers, form.shown(), Map.of()).forEach(part -> live(part, hidden, texts));
        return Map.of("hidden", hidden, "texts", texts, "revision", kept.revision(), "saved", saved(kept));
    }

    /** For the script of the page that is open, whatever it says that it accepts. */
    static ResponseEntity<Map<String, Object>> told(Map<String, Object> now) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(now);
    }

    static ResponseEntity<Map<String, Object>> told(Refused refused) {
        return ResponseEntity.status(status(refused))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("message", String.valueOf(refused.getMessage())));
    }

    /** What a browser or a script is told of it beside the words. */
    static HttpStatus status(Refused refused) {
        return refused instanceof TooMuch ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.CONFLICT;
    }

    private static void live(Part part, Map<String, Boolean> hidden, Map<String, String> texts) {
        hidden.put(part.id(), part.hidden());
        if (part instanceof Part.Reading reading) {
            texts.put(part.id(), reading.html());
        } else if (part instanceof Part.Group group) {
            group.parts().forEach(one -> live(one, hidden, texts));
        } else if (part instanceof Part.Rows rows) {
            rows.rows().forEach(row -> row.parts().forEach(one -> live(one, hidden, texts)));
        }
    }
}
