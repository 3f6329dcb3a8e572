package gm.sharing.security;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** An identity provider of the configuration, with what it says of itself. */
final class SignInProvider {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Set<String> FOR_PROGRAMS = Set.of("jwt", "at+jwt", "application/at+jwt");

    private final String name;
    private final ProviderSettings settings;
    private final Described<ClientRegistration> registration;
    private final Described<JwtDecoder> tokens;

    SignInProvider(String name, ProviderSettings settings) {
        this.name = name;
        this.settings = settings;
        registration = new Described<>(
                name, settings.issuedBy(), () -> ClientRegistrations.fromIssuerLocation(settings.issuedBy())
                        .registrationId(name)
                        .clientId(settings.clientId())
                        .clientSecret(settings.clientSecret())
                        .clientName(settings.called(name))
                        .scope("openid", "profile", "email")
                        .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                        .build());
        tokens = new Described<>(name, settings.issuedBy(), this::decoder);
    }

    private JwtDecoder decoder() {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(settings.issuedBy())
                .validateType(false)
                .restOperations(new RestTemplateBuilder()
                        .connectTimeout(PATIENCE)
                        .readTimeout(PATIENCE)
                        .build())
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(settings.issuedBy()),
                new JwtClaimValidator<Object>(
                        JwtClaimNames.AUD,
                        audience -> settings.audience() != null
                                && ProviderSettings.words(audience).contains(settings.audience())),
                new JwtClaimValidator<Object>(JwtClaimNames.EXP, end -> end != null),
                token -> isForPrograms(token.getHeaders().get("typ"))
                        ? OAuth2TokenValidatorResult.success()
                        : OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN))));
        return decoder;
    }

    /** Many providers name no type, or none in particular; what ends a session is of another. */
    private static boolean isForPrograms(@Nullable Object type) {
        return type == null || FOR_PROGRAMS.contains(type.toString().toLowerCase(Locale.ROOT));
    }

    String name() {
        return name;
    }

    ProviderSettings settings() {
        return settings;
    }

    public String label() {
        return settings.called(name);
    }

    /** What the provider says of itself; empty while it does not answer. */
    Optional<ClientRegistration> registration() {
        return registration.get();
    }

    /** Reads its tokens for programs; empty while it does not answer or has none. */
    Optional<Jwt> token(String token) {
        return settings.audience() == null ? Optional.empty() : tokens.get().map(decoder -> decoder.decode(token));
    }
}
