package gm.sharing.workflow.access;

import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;

/** Tasklist, Cockpit and Admin open as the person who signed in to the pages. Made by the engine, by class name. */
public class WebappAuthentication extends ContainerBasedAuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        AuthenticationResult signedIn = super.extractAuthenticatedUser(request, engine);
        return signedIn.isAuthenticated() && exists(signedIn.getAuthenticatedUser(), engine)
                ? signedIn
                : AuthenticationResult.unsuccessful();
    }

    /** An account may be gone while its session is not. */
    private static boolean exists(String user, ProcessEngine engine) {
        return engine.getIdentityService().createUserQuery().userId(user).count() > 0;
    }
}
