package gm.sharing.work;

import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where everybody begins after signing in. */
@Controller
class WorkPages {

    private final WorkLists lists;

    WorkPages(WorkLists lists) {
        this.lists = lists;
    }

    /** What waits for the person. */
    @GetMapping("/work")
    String own(@RequestParam(defaultValue = "1") int page, Person person, Model model) {
        model.addAttribute("shown", lists.own(person, page));
        model.addAttribute("mayPropose", person.holdsInOwnRight(Role.PROJECT_LEAD));
        return "work/own";
    }

    /** What the projects wait for that the person leads. */
    @GetMapping("/work/projects")
    String ofProjects(@RequestParam(defaultValue = "1") int page, Person person, Model model) {
        model.addAttribute("shown", lists.ofProjects(person, page));
        return "work/projects";
    }

    /** What colleagues have taken. */
    @GetMapping("/work/colleagues")
    String ofColleagues(@RequestParam(defaultValue = "1") int page, Person person, Model model) {
        model.addAttribute("shown", lists.ofColleagues(person, page));
        return "work/colleagues";
    }
}
