package gm.sharing.security;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks for name and password. */
@Controller
class SignInPage {

    /**
     * @param wait for how many seconds nothing is checked after wrong passwords, as the address says; anything else is
     *     left out
     * @param busy the same, because too many sign in at once
     */
    @GetMapping("/login")
    String signIn(
            @RequestParam(defaultValue = "") String wait, @RequestParam(defaultValue = "") String busy, Model model) {
        if (isATime(wait)) {
            model.addAttribute("seconds", Integer.valueOf(wait));
        } else if (isATime(busy)) {
            model.addAttribute("busy", Integer.valueOf(busy));
        }
        return "login";
    }

    private static boolean isATime(String seconds) {
        return seconds.matches("[1-9][0-9]?");
    }
}
