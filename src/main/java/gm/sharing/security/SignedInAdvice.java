package gm.sharing.security;

import gm.sharing.organisation.Person;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lets every page say who is signed in. */
@ControllerAdvice
class SignedInAdvice {

    private final SignedInPerson signedInPerson;

    SignedInAdvice(SignedInPerson signedInPerson) {
        this.signedInPerson = signedInPerson;
    }

    @ModelAttribute("signedIn")
    @Nullable Person signedIn(@Nullable Principal principal) {
        return signedInPerson.of(principal).orElse(null);
    }
}
