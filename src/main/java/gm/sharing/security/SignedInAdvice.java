package gm.sharing.security;

import gm.sharing.organisation.Person;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lets every page say who is signed in, and for how long. */
@ControllerAdvice
class SignedInAdvice {

    private final SignedInPerson signedInPerson;
    private final ServerProperties server;

    SignedInAdvice(SignedInPerson signedInPerson, ServerProperties server) {
        this.signedInPerson = signedInPerson;
        this.server = server;
    }

    @ModelAttribute("signedIn")
    @Nullable Person signedIn(@Nullable Principal principal) {
        return signedInPerson.of(principal).orElse(null);
    }

    /** After how many seconds without a request a session ends. */
    @ModelAttribute("sessionSeconds")
    long sessionSeconds() {
        return server.getServlet().getSession().getTimeout().toSeconds();
    }
}
