package gm.sharing.journey;

import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.wording.Words;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where administrators see whom notices do not reach, and send them again. */
@Controller
@RequestMapping("/unreached")
class UnreachedPages {

    private static final Words WORDS = Words.in("notice/unreached");

    private final PeopleUnreached unreached;
    private final People people;

    UnreachedPages(PeopleUnreached unreached, People people) {
        this.unreached = unreached;
        this.people = people;
    }

    @GetMapping
    String list(Person by, Model model) {
        if (!by.administersAny()) {
            throw new AccessDeniedException(by.id() + " is no administrator");
        }
        model.addAttribute("lines", unreached.toMend(by));
        return "journey/unreached";
    }

    @PostMapping("/{id:[a-zA-Z0-9@._-]{1,64}}/send-again")
    String sendAgain(@PathVariable String id, Person by, RedirectAttributes afterwards) {
        unreached.sendAgain(id, by);
        afterwards.addFlashAttribute("done", WORDS.text("done", Map.of("person", people.nameOf(id))));
        return "redirect:/unreached";
    }
}
