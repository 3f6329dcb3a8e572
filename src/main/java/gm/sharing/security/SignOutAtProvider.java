package gm.sharing.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;

/**
 * Whoever signs out here signs out at their provider as well, on whichever page they did it: the sign-in page, at which they
 * arrive, sends them on. A form may not lead to another host, and the web applications sign out by a script.
 */
@Component
class SignOutAtProvider implements LogoutHandler {

    private static final String COOKIE = "SIGN-OUT-AT";

    private static final int SECONDS = 120;

    /** Longer ones fit no cookie; the provider then asks whom it is about. */
    private static final int LONGEST_TOKEN = 3_400;

    private static final Pattern KEPT = Pattern.compile("(?<provider>[a-z0-9-]{1,40})\\.(?<token>[\\w.-]*)");

    private final Providers providers;

    SignOutAtProvider(Providers providers) {
        this.providers = providers;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication instanceof OAuth2AuthenticationToken signedIn
                && signedIn.getPrincipal() instanceof OidcUser person) {
            String token = person.getIdToken().getTokenValue();
            response.addCookie(HostCookies.ofBrowser(
                    COOKIE,
                    signedIn.getAuthorizedClientRegistrationId() + "." + (token.length() > LONGEST_TOKEN ? "" : token),
                    SECONDS,
                    request));
        }
    }

    /** Where whoever has just signed out goes on to, once. */
    Optional<Leaving> leaving(HttpServletRequest request, HttpServletResponse response) {
        Matcher kept = Optional.ofNullable(WebUtils.getCookie(request, HostCookies.name(COOKIE, request.isSecure())))
                .map(cookie -> KEPT.matcher(cookie.getValue()))
                .filter(Matcher::matches)
                .orElse(null);
        if (kept == null || request.getUserPrincipal() != null) {
            return Optional.empty();
        }
        response.addCookie(HostCookies.ofBrowser(COOKIE, "", 0, request));
        return providers.named(kept.group("provider")).flatMap(provider -> provider.registration()
                .flatMap(registration -> address(registration, kept.group("token")))
                .map(address -> new Leaving(provider.label(), address)));
    }

    private static Optional<String> address(ClientRegistration registration, String token) {
        return registration.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint")
                        instanceof String end
                ? Optional.of(UriComponentsBuilder.fromUriString(end)
                        .queryParam("client_id", "{client}")
                        .queryParam("post_logout_redirect_uri", "{back}")
                        .queryParamIfPresent("id_token_hint", Optional.of(token).filter(hint -> !hint.isEmpty()))
                        .encode()
                        .buildAndExpand(
                                registration.getClientId(),
                                ServletUriComponentsBuilder.fromCurrentContextPath()
                                        .path("/login")
                                        .query("logout")
                                        .toUriString())
                        .toUriString())
                : Optional.empty();
    }

    /** A provider and the address at which people sign out of it. */
    record Leaving(String provider, String address) {}
}
