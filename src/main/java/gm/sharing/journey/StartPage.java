package gm.sharing.journey;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Says what this service is, to everybody. */
@Controller
class StartPage {

    @GetMapping("/")
    String start() {
        return "journey/start";
    }
}
