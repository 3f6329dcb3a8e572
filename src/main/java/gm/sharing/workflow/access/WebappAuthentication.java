package gm.sharing.workflow.access;

import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Tasklist, Cockpit and Admin open as the person who signed in to the pages, in the groups that the person is in at each
 * request: the web applications alone would keep the groups of the first. Made by the engine, by class name.
 */
public class WebappAuthentication extends ContainerBasedAuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        AuthenticationResult signedIn = super.extractAuthenticatedUser(request, engine);
        if (!signedIn.isAuthenticated()) {
            return signedIn;
        }
        // An account may be gone while its session is not.
        return WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext())
                .getBean(People.class)
                .find(signedIn.getAuthenticatedUser())
                .map(person -> inGroupsOf(person, signedIn, request, engine))
                .orElseGet(AuthenticationResult::unsuccessful);
    }

    private static AuthenticationResult inGroupsOf(
            Person person, AuthenticationResult signedIn, HttpServletRequest request, ProcessEngine engine) {
        List<String> groups = person.groups().stream().sorted().toList();
        request.setAttribute(EngineDoor.GROUPS, groups);
        Authentications kept = AuthenticationUtil.getAuthsFromSession(request.getSession());
        if (kept.getAuthenticationForProcessEngine(engine.getName()) instanceof UserAuthentication before
                && !groups.equals(before.getGroupIds())) {
            // Replaced and never removed: another request of the session must not find nobody there.
            kept.addOrReplace(AuthenticationUtil.createAuthentication(engine, person.id(), groups, null));
        }
        signedIn.setGroups(groups);
        return signedIn;
    }
}
