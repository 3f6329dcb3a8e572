package gm.sharing.security;

import gm.sharing.wording.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Offers the providers and asks for name and password, and sends on whoever signed out to their provider. */
@Controller
class SignInPage {

    private static final Words WORDS = Words.in("security/sign-in");

    private final Providers providers;
    private final SignInSettings settings;
    private final SignOutAtProvider signOut;

    SignInPage(Providers providers, SignInSettings settings, SignOutAtProvider signOut) {
        this.providers = providers;
        this.settings = settings;
        this.signOut = signOut;
    }

    /**
     * @param wait for how many seconds nothing is checked after wrong passwords, as the address says; anything else is
     *     left out
     * @param busy the same, because too many sign in at once
     * @param with the provider from which somebody comes who was not let in
     * @param refused why not, as a code
     * @param administrator given to see the form for the configured administrator where nobody else has a password
     */
    @GetMapping("/login")
    String signIn(
            @RequestParam(defaultValue = "") String wait,
            @RequestParam(defaultValue = "") String busy,
            @RequestParam(defaultValue = "") String with,
            @RequestParam(defaultValue = "") String refused,
            @RequestParam Optional<String> administrator,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<SignOutAtProvider.Leaving> leaving = signOut.leaving(request, response);
        if (leaving.isPresent()) {
            model.addAttribute("leaving", leaving.get());
            return "security/leave";
        }
        if (isATime(wait)) {
            model.addAttribute("seconds", Integer.valueOf(wait));
        } else if (isATime(busy)) {
            model.addAttribute("busy", Integer.valueOf(busy));
        }
        providers
                .named(with)
                .flatMap(provider -> NotLinked.Why.of(refused)
                        .map(why -> WORDS.text(why.code(), Map.of("provider", provider.label()))))
                .ifPresent(problem -> model.addAttribute("problem", problem));
        model.addAttribute("ways", providers.all().stream().map(Way::of).toList());
        model.addAttribute("local", settings.local() || administrator.isPresent());
        return "login";
    }

    private static boolean isATime(String seconds) {
        return seconds.matches("[1-9][0-9]?");
    }

    /** A provider as pages offer it. */
    record Way(String label, String address) {

        static Way of(SignInProvider provider) {
            return new Way(provider.label(), "/oauth2/authorization/" + provider.name());
        }
    }
}
