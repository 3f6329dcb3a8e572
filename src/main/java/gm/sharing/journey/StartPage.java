package gm.sharing.journey;

import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Says what this service is, to everybody. */
@Controller
class StartPage {

    @GetMapping("/")
    String start(Optional<Person> person, Model model) {
        model.addAttribute(
                "mayPropose",
                person.filter(one -> one.holdsInOwnRight(Role.PROJECT_LEAD)).isPresent());
        return "journey/start";
    }
}
