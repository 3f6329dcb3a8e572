package gm.sharing.invitation;

import gm.sharing.Conflicts;
import gm.sharing.Problem;
import gm.sharing.security.SignInThrottle;
import gm.sharing.security.TooManyAttempts;
import gm.sharing.wording.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the link of an invitation leads. It says nobody's name before a password is chosen: whoever finds the link learns
 * nothing from looking. Looking uses nothing up, since mail programs look, too.
 */
@Controller
@RequestMapping("/invitation/{token:[A-Za-z0-9_-]{1,200}}")
class InvitationPages {

    private static final String FORM = "invitation/password";
    private static final String CLOSED = "invitation/closed";

    private static final Words WORDS = Words.in("invitation/letter");

    private final Invitations invitations;
    private final SignInThrottle throttle;

    InvitationPages(Invitations invitations, SignInThrottle throttle) {
        this.invitations = invitations;
        this.throttle = throttle;
    }

    @GetMapping
    String ask(@PathVariable String token, Model model, HttpServletResponse response) {
        Optional<Invitation.State> state = look(token);
        return state.filter(Invitation.State.SENT::equals).isPresent()
                ? form(List.of(), model)
                : closed(state, model, response);
    }

    @PostMapping
    String choose(@PathVariable String token, HttpServletRequest request, Model model, HttpServletResponse response) {
        Optional<Invitation.State> state = look(token);
        if (state.filter(Invitation.State.SENT::equals).isEmpty()) {
            return closed(state, model, response);
        }
        String chosen = typed("password", request);
        if (!chosen.equals(typed("again", request))) {
            return form(List.of(new Problem("again", WORDS.text("twice"))), model);
        }
        Optional<Invitations.Chosen> done;
        try {
            done = invitations.choose(token, chosen);
        } catch (DataAccessException e) {
            if (!Conflicts.isConflict(e)) {
                throw e;
            }
            done = Optional.empty();
        }
        if (done.isEmpty()) {
            return closed(look(token), model, response);
        }
        if (!done.get().wrong().isEmpty()) {
            List<Problem> problems = new ArrayList<>();
            done.get().wrong().forEach(wrong -> problems.add(new Problem("password", wrong)));
            return form(problems, model);
        }
        model.addAttribute("user", done.get().id());
        return "invitation/done";
    }

    /** Trying links is slowed down as trying passwords is. */
    private Optional<Invitation.State> look(String token) {
        List<Invitation.State> found = new ArrayList<>(1);
        throttle.check(token, () -> {
            invitations.state(token).ifPresent(found::add);
            return !found.isEmpty();
        });
        return found.stream().findFirst();
    }

    private static String form(List<Problem> problems, Model model) {
        model.addAttribute("problems", problems);
        return FORM;
    }

    private static String closed(Optional<Invitation.State> state, Model model, HttpServletResponse response) {
        response.setStatus((state.isEmpty() ? HttpStatus.NOT_FOUND : HttpStatus.GONE).value());
        model.addAttribute("state", state.map(Enum::name).orElse("UNKNOWN"));
        return CLOSED;
    }

    /** As it was typed, which is how it is compared at each sign-in. */
    private static String typed(String field, HttpServletRequest request) {
        String typed = request.getParameter(field);
        return typed == null ? "" : typed;
    }

    @ExceptionHandler(TooManyAttempts.class)
    ModelAndView wait(TooManyAttempts early, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(early.seconds()));
        ModelAndView page = new ModelAndView(CLOSED, HttpStatus.TOO_MANY_REQUESTS);
        page.addObject("state", "WAIT");
        page.addObject("seconds", early.seconds());
        page.addObject("path", InvitationLinks.PATH);
        page.addObject("demo", false);
        return page;
    }
}
