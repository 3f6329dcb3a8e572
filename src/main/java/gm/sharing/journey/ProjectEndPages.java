package gm.sharing.journey;

import gm.sharing.Refused;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectEnds;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import java.util.Locale;
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

/** Ends a project before it is published: its lead withdraws it, or the Information Board stops it. */
@Controller
@RequestMapping("/projects/{reference:SJ-\\d{4}-\\d{4,6}}")
class ProjectEndPages {

    private static final String PAGE = "journey/project-end";

    private final Projects projects;
    private final ProjectEnds ends;
    private final ProjectGate gate;

    ProjectEndPages(Projects projects, ProjectEnds ends, ProjectGate gate) {
        this.projects = projects;
        this.ends = ends;
        this.gate = gate;
    }

    @GetMapping("/{ending:withdraw|stop}")
    String ask(@PathVariable ProjectReference reference, @PathVariable String ending, Person person, Model model) {
        show(mayEnd(reference, ending, person), ending, null, model);
        return PAGE;
    }

    @PostMapping("/withdraw")
    String withdraw(
            @PathVariable ProjectReference reference,
            @RequestParam String reason,
            Person person,
            Model model,
            RedirectAttributes afterwards) {
        ProjectAccess access = mayEnd(reference, "withdraw", person);
        return end(access, "withdraw", reason, () -> ends.withdraw(reference, reason, person), model, afterwards);
    }

    @PostMapping("/stop")
    String stop(
            @PathVariable ProjectReference reference,
            @RequestParam String reason,
            Person person,
            Model model,
            RedirectAttributes afterwards) {
        ProjectAccess access = mayEnd(reference, "stop", person);
        return end(access, "stop", reason, () -> ends.stop(reference, reason, person), model, afterwards);
    }

    private ProjectAccess mayEnd(ProjectReference reference, String ending, Person person) {
        ProjectAccess access = openUnlessEnded(reference, person);
        if (ending.equals("withdraw") && !access.mayWithdraw()) {
            throw new AccessDeniedException("Only its lead withdraws a project");
        }
        if (ending.equals("stop") && !access.mayStop()) {
            throw new AccessDeniedException("Only the Information Board stops a project");
        }
        return access;
    }

    /** Whoever had the page open meanwhile, in another tab or elsewhere, is told what became of the project. */
    private ProjectAccess openUnlessEnded(ProjectReference reference, Person person) {
        ProjectAccess access = gate.open(reference, person);
        var status = projects.get(reference).status();
        if (status.isEnd()) {
            throw new Refused("This project has ended already: %s. What you did was not saved."
                    .formatted(status.label().toLowerCase(Locale.UK)));
        }
        return access;
    }

    /** Nothing typed is lost when it is refused: the page comes back with the reason and what stands against it. */
    private String end(
            ProjectAccess access,
            String ending,
            String reason,
            Runnable change,
            Model model,
            RedirectAttributes afterwards) {
        try {
            change.run();
        } catch (Refused refused) {
            show(access, ending, reason, model);
            model.addAttribute("refusal", refused.getMessage());
            return PAGE;
        }
        afterwards.addFlashAttribute("ended", ending);
        return "redirect:/projects/" + access.project().reference();
    }

    private static void show(ProjectAccess access, String ending, @Nullable String reason, Model model) {
        model.addAttribute("project", access.project());
        model.addAttribute("ending", ending);
        model.addAttribute("reason", reason);
    }
}
