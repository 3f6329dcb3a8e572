package gm.sharing.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * What was sent along to a provider and has to come back, kept in the browser of whoever signs in: anybody may ask to sign in,
 * and a session is a row in the database. It goes on at any node.
 */
@Component
class SignInUnderWay implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String COOKIE = "SIGN-IN-WITH";

    /** Long enough to look for a telephone. */
    private static final int SECONDS = 15 * 60;

    private static final Pattern KEPT =
            Pattern.compile("(?<provider>[a-z0-9-]{1,40})\\.(?<state>[\\w=-]{20,100})\\.(?<nonce>[\\w=-]{20,200})"
                    + "\\.(?<verifier>[\\w=-]{43,128})(\\.(?<again>\\d{1,12}))?");

    private final Providers providers;
    private final Clock clock;

    SignInUnderWay(Providers providers, Clock clock) {
        this.providers = providers;
        this.clock = clock;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        Matcher kept = kept(request).orElse(null);
        // What one provider was asked another one does not answer.
        if (kept == null
                || !kept.group("state").equals(request.getParameter(OAuth2ParameterNames.STATE))
                || !request.getRequestURI().endsWith("/" + kept.group("provider"))) {
            return null;
        }
        return providers
                .named(kept.group("provider"))
                .flatMap(SignInProvider::registration)
                .filter(registration -> isFrom(registration, request.getParameter("iss")))
                .map(registration -> asked(registration, kept, request))
                .orElse(null);
    }

    private static Optional<Matcher> kept(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(request)))
                .map(cookie -> KEPT.matcher(cookie.getValue()))
                .filter(Matcher::matches);
    }

    /**
     * When somebody was asked to sign in again who comes back with this request; empty where an earlier sign-in will do. Whoever
     * takes it out of their own browser has a sign-in that nobody asked for.
     */
    static Optional<Instant> askedAgain(HttpServletRequest request) {
        return kept(request)
                .map(kept -> kept.group("again"))
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)));
    }

    private static boolean isFrom(ClientRegistration registration, @Nullable String issuer) {
        return issuer == null || issuer.equals(registration.getProviderDetails().getIssuerUri());
    }

    private static OAuth2AuthorizationRequest asked(
            ClientRegistration registration, Matcher kept, HttpServletRequest request) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(OAuth2ParameterNames.REGISTRATION_ID, registration.getRegistrationId());
        attributes.put(OidcParameterNames.NONCE, kept.group("nonce"));
        attributes.put(PkceParameterNames.CODE_VERIFIER, kept.group("verifier"));
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(registration.getProviderDetails().getAuthorizationUri())
                .clientId(registration.getClientId())
                .redirectUri(request.getRequestURL().toString())
                .scopes(registration.getScopes())
                .state(kept.group("state"))
                .attributes(attributes)
                .build();
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            response.addCookie(cookie("", 0, request));
            return;
        }
        String kept = String.join(
                ".",
                asked.<String>getAttribute(OAuth2ParameterNames.REGISTRATION_ID),
                asked.getState(),
                asked.<String>getAttribute(OidcParameterNames.NONCE),
                asked.<String>getAttribute(PkceParameterNames.CODE_VERIFIER));
        if (asked.getAdditionalParameters().containsKey(ProviderSignIn.MAX_AGE)) {
            kept += "." + clock.instant().getEpochSecond();
        }
        response.addCookie(cookie(kept, SECONDS, request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest asked = loadAuthorizationRequest(request);
        if (asked != null) {
            response.addCookie(cookie("", 0, request));
        }
        return asked;
    }

    private static String name(HttpServletRequest request) {
        return HostCookies.name(COOKIE, request.isSecure());
    }

    private static Cookie cookie(String value, int seconds, HttpServletRequest request) {
        return HostCookies.ofBrowser(COOKIE, value, seconds, request);
    }
}
