package gm.sharing.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads whoever lacks a second factor to a sign-in with one, and afterwards says that the form can be sent again. */
@Controller
class SecondFactorPage {

    private final SecondFactor secondFactor;
    private final Providers providers;

    SecondFactorPage(SecondFactor secondFactor, Providers providers) {
        this.secondFactor = secondFactor;
        this.providers = providers;
    }

    @GetMapping("/second-factor")
    String show(Authentication signedIn, HttpServletRequest request, HttpServletResponse response, Model model) {
        boolean given = secondFactor.wasGiven(signedIn);
        if (!given) {
            // To come back here after the sign-in.
            BeforeSignIn.askedFor(page -> true).saveRequest(request, response);
        }
        model.addAttribute("given", given);
        model.addAttribute(
                "ways",
                secondFactor.provider(signedIn).map(List::of).orElseGet(() -> List.copyOf(providers.all())).stream()
                        .filter(provider -> provider.settings().secondFactor() != null)
                        .map(SignInPage.Way::of)
                        .toList());
        return "security/second-factor";
    }
}
