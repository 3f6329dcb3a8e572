package gm.sharing.workflow.page;

import gm.sharing.Refused;
import gm.sharing.handbook.WhenLate;
import gm.sharing.journey.NextSteps;
import gm.sharing.journey.TaskWay;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.SubmittedSize;
import gm.sharing.workflow.form.SubmittedSize.TooMuch;
import gm.sharing.workflow.page.FormDrafts.Kept;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form of a task as a page; its address stands in notices. Opening it changes nothing. */
@Controller
@RequestMapping("/tasks/{id:[\\w-]{1,64}}")
class TaskFormPages {

    private static final String SENT = "sent";

    private final FormsInEngine engine;
    private final FormDesk desk;
    private final TaskWay way;
    private final NextSteps nextSteps;
    private final EarlierAnswers earlier;
    private final TasksThatEnd ending;
    private final WhenLate late;

    TaskFormPages(
            FormsInEngine engine,
            FormDesk desk,
            TaskWay way,
            NextSteps nextSteps,
            EarlierAnswers earlier,
            TasksThatEnd ending,
            WhenLate late) {
        this.late = late;
        this.ending = ending;
        this.earlier = earlier;
        this.engine = engine;
        this.desk = desk;
        this.way = way;
        this.nextSteps = nextSteps;
    }

    /** Says why where the task is not the person's to do. */
    @GetMapping
    String open(@PathVariable String id, Person person, Model model) {
        Optional<TaskWay.Closed> closed = way.closed(id, person);
        if (closed.isPresent()) {
            model.addAttribute("closed", closed.get());
            model.addAttribute("typed", desk.leftOver(address(id), person));
            return "form/closed";
        }
        Opened form = form(id, person);
        about(form, id, person, model);
        return desk.page(form, person, model);
    }

    /** Hands the answers in, or keeps them and shows the form anew; what was typed is kept in any case. */
    @PostMapping
    String answer(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            Person person,
            Model model,
            RedirectAttributes afterwards,
            HttpServletResponse response) {
        Opened form = form(id, person);
        Sent sent = desk.read(form, typed, person);
        try {
            SubmittedSize.check(sent.answers());
        } catch (TooMuch tooMuch) {
            response.setStatus(FormPage.status(tooMuch).value());
            about(form, id, person, model);
            return desk.refused(form, sent, tooMuch, person, model);
        }
        if (sent.isSent()) {
            return handIn(id, form, sent, typed, person, model, afterwards);
        }
        Optional<Kept> kept = desk.keep(form, sent, person);
        try {
            if (kept.isPresent() && !sent.isLook()) {
                takeIfFree(form, id, person);
            }
        } catch (Refused refused) {
            about(form, id, person, model);
            return desk.refused(form, sent, kept.orElse(null), noLongerOpen(refused), model);
        }
        if (kept.isEmpty()) {
            about(form, id, person, model);
            Kept other = desk.kept(form, person).orElseThrow();
            return desk.refused(form, sent, other, FormPage.savedElsewhere(other), model);
        }
        if (sent.is("save")) {
            afterwards.addFlashAttribute("done", FormPage.saved(kept.get()));
        }
        about(form, id, person, model);
        return desk.onward(form, sent, kept.get(), person, model);
    }

    private String handIn(
            String id,
            Opened form,
            Sent sent,
            MultiValueMap<String, String> typed,
            Person person,
            Model model,
            RedirectAttributes afterwards) {
        Kept newer = desk.newer(form, sent, person).orElse(null);
        if (newer != null) {
            about(form, id, person, model);
            return desk.refused(form, sent, newer, FormPage.savedElsewhere(newer), model);
        }
        if (!ending.sends(id, typed, person)) {
            return "redirect:" + form.address() + "/done";
        }
        try {
            engine.complete(id, TypedAnswers.seen(form.form(), sent.answers(), form.shown()), person);
        } catch (RuntimeException thrown) {
            ending.refused(id, typed, person);
            if (!(thrown instanceof Refused refused)) {
                throw thrown;
            }
            if (!engine.isThere(id)) {
                return ending.tooLate(id, typed, person);
            }
            Kept kept = desk.keepAnyway(form, sent, person);
            about(form, id, person, model);
            return desk.refused(form, sent, kept, refused, model);
        }
        desk.forget(form, person);
        ending.taken(id, typed, person);
        afterwards.addFlashAttribute(SENT, true);
        return "redirect:" + form.address() + "/done";
    }

    /** One step of a long form. */
    @GetMapping("/steps/{number:\\d{1,3}}")
    String step(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(name = "check", required = false) @Nullable String check,
            Person person,
            Model model) {
        if (way.closed(id, person).isPresent()) {
            return "redirect:" + address(id);
        }
        Opened form = form(id, person);
        about(form, id, person, model);
        return desk.step(form, number, check != null, person, model).orElse("redirect:" + address(id));
    }

    /** What the person answered in an earlier step, and where that can be changed. */
    @GetMapping("/before/{step:[\\w.-]{1,100}}")
    String before(@PathVariable String id, @PathVariable String step, Person person, Model model) {
        if (way.closed(id, person).isPresent()) {
            return "redirect:" + address(id);
        }
        Opened form = form(id, person);
        return earlier.of(form, id, step, person)
                .map(before -> {
                    model.addAttribute("form", form);
                    model.addAttribute("before", before);
                    model.addAttribute("project", way.projectOf(id, person).orElse(null));
                    return "form/before";
                })
                .orElse("redirect:" + address(id));
    }

    /** All answers on one page, to be read again before they are sent. */
    @GetMapping("/check")
    String check(@PathVariable String id, Person person, Model model) {
        return way.closed(id, person).isPresent()
                ? "redirect:" + address(id)
                : desk.check(form(id, person), person, model);
    }

    /** Keeps what is typed while the page stays open, and says what of the form is seen now. */
    @PostMapping("/keep")
    ResponseEntity<Map<String, Object>> keep(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Person person) {
        try {
            return kept(id, typed, person);
        } catch (TooMuch tooMuch) {
            return FormPage.told(tooMuch);
        } catch (ProcessEngineException | IllegalStateException | NullPointerException | TasksThatEnd.Ended thrown) {
            return FormPage.told(noLongerOpen(ending.refusal(id, thrown, typed, person)));
        }
    }

    private ResponseEntity<Map<String, Object>> kept(String id, MultiValueMap<String, String> typed, Person person) {
        Opened form = form(id, person);
        Sent sent = desk.read(form, typed, person);
        Optional<Kept> kept = desk.keep(form, sent, person);
        try {
            if (kept.isPresent()) {
                takeIfFree(form, id, person);
            }
        } catch (Refused refused) {
            return FormPage.told(noLongerOpen(refused));
        }
        return kept.map(one -> FormPage.told(FormPage.live(form, sent.answers(), one)))
                .orElseGet(() -> FormPage.told(
                        FormPage.savedElsewhere(desk.kept(form, person).orElseThrow())));
    }

    /** Whoever opens a task of an office does not have it yet. */
    @PostMapping("/take")
    String take(@PathVariable String id, Person person, RedirectAttributes afterwards) {
        try {
            engine.take(id, person);
        } catch (Refused refused) {
            throw way.closed(id, person)
                    .map(closed -> new Refused(closed.text()))
                    .orElse(refused);
        }
        afterwards.addFlashAttribute("done", FormWords.text("taken"));
        return "redirect:" + address(id);
    }

    /** The office has it again; what was typed stays the person's draft. */
    @PostMapping("/give-back")
    String giveBack(@PathVariable String id, Person person, RedirectAttributes afterwards) {
        engine.giveBack(id, person);
        afterwards.addFlashAttribute("done", FormWords.text("given-back"));
        return "redirect:" + address(id);
    }

    /** What happens next in the project; of a task that is about none only whoever has just sent it is told anything. */
    @GetMapping("/done")
    String done(@PathVariable String id, Person person, Model model) {
        if (!model.containsAttribute(SENT)) {
            Optional<TaskWay.Closed> closed = way.closed(id, person);
            if (closed.filter(one -> one.project() == null).isPresent()) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            if (closed.filter(TaskWay.Closed::justDone).isEmpty()) {
                return "redirect:" + address(id);
            }
        }
        model.addAttribute("next", nextSteps.after(id, person).orElse(null));
        return "form/done";
    }

    static String address(String id) {
        return "/tasks/" + id;
    }

    private Opened form(String id, Person person) {
        return engine.task(id, person).orElseThrow(() -> way.closed(id, person)
                .<RuntimeException>map(closed -> closed.ended() ? new TasksThatEnd.Ended() : new Refused(closed.text()))
                .orElseGet(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /** Whoever types into it has it. */
    private void takeIfFree(Opened form, String id, Person person) {
        if (form.isFree()) {
            engine.take(id, person);
        } else if (!person.id().equals(form.holder())) {
            // It was passed on, or a colleague took it, while the page was open.
            way.closed(id, person).ifPresent(closed -> {
                throw new Refused(closed.text());
            });
        }
    }

    private static Refused noLongerOpen(Refused refused) {
        return new Refused(FormWords.text("no-longer-open", Map.of("why", String.valueOf(refused.getMessage()))));
    }

    private void about(Opened form, String id, Person person, Model model) {
        boolean own = person.id().equals(form.holder());
        model.addAttribute("free", form.isFree());
        model.addAttribute("own", own);
        model.addAttribute("earlier", earlier.of(form, id, person));
        model.addAttribute("office", own && engine.isOfAnOffice(id));
        model.addAttribute("task", id);
        model.addAttribute("late", late.of(form.process(), Objects.requireNonNull(form.step())));
        model.addAttribute("project", way.projectOf(id, person).orElse(null));
    }
}
