package gm.sharing.security;

import gm.sharing.Refused;
import gm.sharing.wording.Words;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** Whether whoever acts signed in with a second factor, as their provider says. */
@Component
public class SecondFactor {

    private static final Words WORDS = Words.in("security/sign-in");

    private final Providers providers;
    private final SignInSettings settings;
    private final String base;

    SecondFactor(
            Providers providers,
            SignInSettings settings,
            @Value("${sharing.base-url:http://localhost:8080}") String base) {
        this.providers = providers;
        this.settings = settings;
        this.base = base;
    }

    /**
     * Lets an act go on that needs a second factor. Where the provider can tell of none, and for passwords, the configuration
     * says whether it needs one.
     *
     * @return a sentence for the record with the provider's word for the second factor, such as {@code mfa}; empty when there
     *     was none and none is needed
     * @throws Refused when there was none, with the way to one
     */
    public Optional<String> demand() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        Optional<SignInProvider> provider = provider(signedIn);
        Optional<String> word = word(signedIn, provider.orElse(null));
        if (word.isEmpty() && isNeeded(provider.orElse(null))) {
            throw new Refused(WORDS.text("no-second-factor", Map.of("address", base + "/second-factor")));
        }
        return word.flatMap(
                given -> provider.map(by -> WORDS.text("given", Map.of("factor", given, "provider", by.label()))));
    }

    /** Whether this sign-in had one. */
    boolean wasGiven(@Nullable Authentication signedIn) {
        return word(signedIn, provider(signedIn).orElse(null)).isPresent();
    }

    private boolean isNeeded(@Nullable SignInProvider provider) {
        return settings.secondFactorForSigning()
                || (provider != null && provider.settings().secondFactor() != null);
    }

    /** By which provider somebody signed in; empty for passwords. */
    Optional<SignInProvider> provider(@Nullable Authentication signedIn) {
        if (signedIn instanceof OAuth2AuthenticationToken token) {
            return providers.named(token.getAuthorizedClientRegistrationId());
        }
        return signedIn instanceof JwtAuthenticationToken token
                ? providers.withIssuer(token.getToken().getClaimAsString("iss"))
                : Optional.empty();
    }

    private static Optional<String> word(@Nullable Authentication signedIn, @Nullable SignInProvider provider) {
        if (signedIn instanceof OAuth2AuthenticationToken token && token.getPrincipal() instanceof OidcUser person) {
            return Optional.ofNullable(person.getUserInfo().getClaimAsString(ProviderSignIn.SECOND_FACTOR));
        }
        return signedIn instanceof JwtAuthenticationToken token && provider != null
                ? provider.settings().secondFactor(token.getToken().getClaims())
                : Optional.empty();
    }
}
