package gm.sharing.workflow.page;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Gives back what somebody sent with a form's page after their session had ended, where no script told them before: nothing of it
 * is kept for people who are not signed in, so it is shown to them to be copied.
 */
@Controller
class SignedOutForms {

    /** Where the security of pages leads such a request, whatever the form is. */
    @PostMapping({"/tasks/{id:[\\w-]{1,64}}/signed-out", "/start/{process:[\\w-]{1,100}}/signed-out"})
    String signedOut(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request, Model model) {
        model.addAttribute("address", request.getServletPath().replaceFirst("/signed-out$", ""));
        model.addAttribute("typed", FormerAnswers.words(FormerAnswers.of(typed)));
        return "form/signed-out";
    }
}
