package gm.sharing.security;

import gm.sharing.organisation.ActingPerson;
import jakarta.servlet.ServletRequestEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextListener;

/** Knows the request at hand from before Spring Security on, where people sign in, and forgets after it who acted. */
@Component
class RequestAtHand extends RequestContextListener {

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        ActingPerson.forget();
        super.requestDestroyed(event);
    }
}
