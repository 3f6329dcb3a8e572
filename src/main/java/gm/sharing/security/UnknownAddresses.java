package gm.sharing.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Nobody has to sign in to be told that there is nothing at an address. That an address exists is no secret: what is there
 * still asks for a sign-in.
 */
@Component
class UnknownAddresses {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    UnknownAddresses(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    AuthenticationEntryPoint orElse(AuthenticationEntryPoint signIn) {
        return (request, response, cause) -> {
            if (isKnown(request)) {
                signIn.commence(request, response, cause);
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        };
    }

    boolean isKnown(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        return mappings.stream().anyMatch(mapping -> {
            try {
                return mapping.getHandler(request) != null;
            } catch (Exception knownForOtherMethodsOrContents) {
                return true;
            }
        });
    }
}
