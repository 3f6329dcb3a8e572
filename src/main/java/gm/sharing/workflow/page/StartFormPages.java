package gm.sharing.workflow.page;

import gm.sharing.Refused;
import gm.sharing.journey.NextSteps;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.form.SubmittedSize;
import gm.sharing.workflow.form.SubmittedSize.TooMuch;
import gm.sharing.workflow.page.FormDrafts.Kept;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
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

/** The form with which a process begins, as a page. There is none for a process that the person may not start. */
@Controller
@RequestMapping("/start/{process:[A-Za-z][\\w-]{0,100}}")
class StartFormPages {

    private final FormsInEngine engine;
    private final FormDesk desk;
    private final NextSteps nextSteps;
    private final SentForms before;

    StartFormPages(FormsInEngine engine, FormDesk desk, NextSteps nextSteps, SentForms before) {
        this.before = before;
        this.engine = engine;
        this.desk = desk;
        this.nextSteps = nextSteps;
    }

    @GetMapping
    String open(@PathVariable String process, Person person, Model model) {
        return desk.page(form(process, person), person, model);
    }

    /** Begins the process, or keeps the answers and shows the form anew. */
    @PostMapping
    String answer(
            @PathVariable String process,
            @RequestParam MultiValueMap<String, String> typed,
            Person person,
            Model model,
            RedirectAttributes afterwards,
            HttpServletResponse response) {
        Opened form = form(process, person);
        Sent sent = desk.read(form, typed, person);
        try {
            SubmittedSize.check(sent.answers());
        } catch (TooMuch tooMuch) {
            response.setStatus(FormPage.status(tooMuch).value());
            return desk.refused(form, sent, tooMuch, person, model);
        }
        if (sent.isSent()) {
            String checked = typed.getFirst("_checked");
            String words = checked == null ? sent.answers().toString() : "checked " + checked;
            return begin(process, form, sent, words, person, model);
        }
        Optional<Kept> kept = desk.keep(form, sent, person);
        if (kept.isEmpty()) {
            Kept other = desk.kept(form, person).orElseThrow();
            return desk.refused(form, sent, other, FormPage.savedElsewhere(other), model);
        }
        if (sent.is("save")) {
            afterwards.addFlashAttribute("done", FormPage.saved(kept.get()));
        }
        return desk.onward(form, sent, kept.get(), person, model);
    }

    /** Whoever presses the button twice begins it once. */
    private String begin(String process, Opened form, Sent typed, String words, Person person, Model model) {
        while (!before.isFirst(form.address(), words, person)) {
            Optional<String> begun = before.outcome(form.address(), words, person);
            if (begun.isPresent()) {
                return done(form, begun.get());
            }
        }
        String reference;
        try {
            reference = engine.begin(process, TypedAnswers.seen(form.form(), typed.answers(), form.shown()), person);
        } catch (RuntimeException thrown) {
            before.refused(form.address(), words, person);
            if (thrown instanceof Refused refused) {
                Kept kept = desk.keepAnyway(form, typed, person);
                return desk.refused(form, typed, kept, refused, model);
            }
            throw thrown;
        }
        before.began(form.address(), words, person, reference);
        desk.forget(form, person);
        return done(form, reference);
    }

    private static String done(Opened form, String reference) {
        return "redirect:" + form.address() + "/done/" + reference;
    }

    /** One step of a long form. */
    @GetMapping("/steps/{number:\\d{1,3}}")
    String step(
            @PathVariable String process,
            @PathVariable int number,
            @RequestParam(name = "check", required = false) @Nullable String check,
            Person person,
            Model model) {
        Opened form = form(process, person);
        return desk.step(form, number, check != null, person, model).orElse("redirect:" + form.address());
    }

    /** All answers on one page, to be read again before they are sent. */
    @GetMapping("/check")
    String check(@PathVariable String process, Person person, Model model) {
        return desk.check(form(process, person), person, model);
    }

    /** Keeps what is typed while the page stays open, and says what of the form is seen now. */
    @PostMapping("/keep")
    ResponseEntity<Map<String, Object>> keep(
            @PathVariable String process, @RequestParam MultiValueMap<String, String> typed, Person person) {
        Opened form = form(process, person);
        Sent sent = desk.read(form, typed, person);
        try {
            return desk.keep(form, sent, person)
                    .map(kept -> FormPage.told(FormPage.live(form, sent.answers(), kept)))
                    .orElseGet(() -> FormPage.told(
                            FormPage.savedElsewhere(desk.kept(form, person).orElseThrow())));
        } catch (TooMuch tooMuch) {
            return FormPage.told(tooMuch);
        }
    }

    /** What happens next. */
    @GetMapping("/done/{reference}")
    String done(@PathVariable String process, @PathVariable ProjectReference reference, Person person, Model model) {
        model.addAttribute("next", nextSteps.afterStart(reference, person));
        return "form/done";
    }

    private Opened form(String process, Person person) {
        return engine.start(process, person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
