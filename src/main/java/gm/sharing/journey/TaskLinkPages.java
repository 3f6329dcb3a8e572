package gm.sharing.journey;

import gm.sharing.organisation.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** What Tasklist asks of a task that was completed there. */
@Controller
class TaskLinkPages {

    private final NextSteps nextSteps;

    TaskLinkPages(NextSteps nextSteps) {
        this.nextSteps = nextSteps;
    }

    /** What its project waits for now. */
    @GetMapping("/tasks/{id:[\\w-]{1,64}}/next")
    @ResponseBody
    NextStep next(@PathVariable String id, Person person) {
        return nextSteps.after(id, person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
