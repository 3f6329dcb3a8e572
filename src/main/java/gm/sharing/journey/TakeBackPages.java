package gm.sharing.journey;

import gm.sharing.Refused;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffs;
import gm.sharing.signoff.TakeBack;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which the lead takes a draft back that is with the partners. */
@Controller
@RequestMapping("/projects/{reference:SJ-\\d{4}-\\d{4,6}}/take-back")
class TakeBackPages {

    private static final String PAGE = "journey/take-back";

    private final ProjectGate gate;
    private final TakeBack draft;
    private final SignOffs signOffs;

    TakeBackPages(ProjectGate gate, TakeBack draft, SignOffs signOffs) {
        this.gate = gate;
        this.draft = draft;
        this.signOffs = signOffs;
    }

    @GetMapping
    String ask(@PathVariable ProjectReference reference, Person person, Model model) {
        show(led(reference, person), null, model);
        return PAGE;
    }

    /** Nothing typed is lost when it is refused. */
    @PostMapping
    String takeBack(
            @PathVariable ProjectReference reference,
            @RequestParam String reason,
            Person person,
            Model model,
            RedirectAttributes afterwards) {
        led(reference, person);
        try {
            draft.takeBack(reference, reason, person);
        } catch (Refused refused) {
            show(reference, reason, model);
            model.addAttribute("refusal", refused.getMessage());
            return PAGE;
        }
        afterwards.addFlashAttribute("takenBack", true);
        return "redirect:/projects/" + reference;
    }

    private void show(ProjectReference reference, @Nullable String reason, Model model) {
        model.addAttribute("reference", reference);
        model.addAttribute(
                "open", signOffs.of(reference).stream().filter(SignOff::isOpen).count());
        model.addAttribute("reason", reason);
    }

    private ProjectReference led(ProjectReference reference, Person person) {
        if (!gate.open(reference, person).project().isLedBy(person)) {
            throw new AccessDeniedException("Only its lead takes a draft back");
        }
        return reference;
    }
}
