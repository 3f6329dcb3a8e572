package gm.sharing.workflow.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Tells the engine who asks. Without anybody the engine would check nothing, so a request that comes here without a
 * signed-in person goes no further.
 */
final class RestAuthentication extends OnlySignedIn {

    private final IdentityService identity;

    RestAuthentication(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    void admit(Authentication signedIn, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            identity.setAuthentication(
                    signedIn.getName(),
                    signedIn.getAuthorities().stream()
                            .map(GrantedAuthority::getAuthority)
                            .toList());
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
