package gm.sharing.security;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks for name and password. */
@Controller
class SignInPage {

    /**
     * @param wait for how many seconds nothing is checked, as the address says; anything else is left out
     */
    @GetMapping("/login")
    String signIn(@RequestParam(defaultValue = "") String wait, Model model) {
        if (wait.matches("[1-9][0-9]?")) {
            model.addAttribute("seconds", Integer.valueOf(wait));
        }
        return "login";
    }
}
