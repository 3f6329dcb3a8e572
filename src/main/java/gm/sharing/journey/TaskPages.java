package gm.sharing.journey;

import gm.sharing.Refused;
import gm.sharing.organisation.Person;
import gm.sharing.project.Projects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody gives a task to a colleague; there is no such page for those who may not do the task. */
@Controller
@RequestMapping("/tasks/{id:[\\w-]{1,64}}/pass")
class TaskPages {

    private static final String PAGE = "journey/pass-task";

    private final TaskPassing passing;
    private final Projects projects;

    TaskPages(TaskPassing passing, Projects projects) {
        this.passing = passing;
        this.projects = projects;
    }

    @GetMapping
    String task(@PathVariable String id, Person person, Model model) {
        return passing.find(id, person)
                .map(task -> page(task, model))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Nothing typed is lost when it is refused, as long as the task is still there. */
    @PostMapping
    String pass(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String colleague,
            @RequestParam(defaultValue = "") String note,
            Person person,
            Model model,
            RedirectAttributes afterwards) {
        try {
            passing.pass(id, colleague, note, person);
        } catch (Refused refused) {
            PassableTask task = passing.find(id, person).orElseThrow(() -> refused);
            model.addAttribute("colleague", colleague);
            model.addAttribute("note", note);
            model.addAttribute("refusal", refused.getMessage());
            return page(task, model);
        }
        afterwards.addFlashAttribute("passed", true);
        return "redirect:/tasks/" + id + "/pass";
    }

    private String page(PassableTask task, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("projectTitle", projects.get(task.reference()).title());
        return PAGE;
    }
}
