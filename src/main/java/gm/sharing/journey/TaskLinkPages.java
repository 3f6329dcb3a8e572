package gm.sharing.journey;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The address of a task in notices. It leads on to Tasklist, whose own address names the task behind a {@code #}, which is lost
 * when somebody has to sign in on the way.
 */
@Controller
class TaskLinkPages {

    @GetMapping("/tasks/{id:[\\w-]{1,64}}")
    String task(@PathVariable String id) {
        return "redirect:/camunda/app/tasklist/default/#/?task=" + id;
    }
}
