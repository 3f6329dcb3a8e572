package gm.sharing.journey;

import gm.sharing.organisation.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/**
 * The address of a task in notices. It leads on to Tasklist, whose own address names the task behind a {@code #}, which is lost
 * when somebody has to sign in on the way.
 */
@Controller
class TaskLinkPages {

    private final TaskWay way;
    private final NextSteps nextSteps;

    TaskLinkPages(TaskWay way, NextSteps nextSteps) {
        this.way = way;
        this.nextSteps = nextSteps;
    }

    /** Says why where Tasklist would only show nothing. */
    @GetMapping("/tasks/{id:[\\w-]{1,64}}")
    String task(@PathVariable String id, Person person, Model model) {
        return way.closed(id, person)
                .map(closed -> {
                    model.addAttribute("closed", closed);
                    return "journey/task";
                })
                .orElse("redirect:/camunda/app/tasklist/default/#/?task=" + id);
    }

    /** Tasklist asks it when a task was completed. */
    @GetMapping("/tasks/{id:[\\w-]{1,64}}/next")
    @ResponseBody
    NextStep next(@PathVariable String id, Person person) {
        return nextSteps.after(id, person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
