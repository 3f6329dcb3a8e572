package gm.sharing.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionFixationProtectionStrategy;

/**
 * A sign-in begins a session of its own, whose age counts from then. Who signs in again with a second factor, also after a
 * password, keeps theirs under another id: what they have open in other windows goes on, and the session grows no younger.
 */
final class SameSession implements SessionAuthenticationStrategy {

    private final SessionAuthenticationStrategy another = new ChangeSessionIdAuthenticationStrategy();
    private final SessionFixationProtectionStrategy fresh = new SessionFixationProtectionStrategy();

    SameSession() {
        fresh.setMigrateSessionAttributes(false);
    }

    @Override
    public void onAuthentication(Authentication person, HttpServletRequest request, HttpServletResponse response) {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        boolean again = person instanceof OAuth2AuthenticationToken
                && before != null
                && !(before instanceof AnonymousAuthenticationToken)
                && before.getName().equals(person.getName());
        (again ? another : fresh).onAuthentication(person, request, response);
    }
}
