package gm.sharing.security;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
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
import org.springframework.stereotype.Component;

/**
 * The identity providers of the configuration. What one says about itself is read when somebody first needs it, so that this
 * service starts without them.
 */
@Component
@EnableConfigurationProperties(SignInSettings.class)
class Providers implements ClientRegistrationRepository {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Set<String> FOR_PROGRAMS = Set.of("jwt", "at+jwt", "application/at+jwt");

    private final Map<String, Provider> providers;

    Providers(SignInSettings settings) {
        providers = settings.providers().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Provider(entry.getKey(), entry.getValue()),
                        (one, other) -> one,
                        TreeMap::new));
    }

    boolean isEmpty() {
        return providers.isEmpty();
    }

    Collection<Provider> all() {
        return providers.values();
    }

    Optional<Provider> named(String name) {
        return Optional.ofNullable(providers.get(name));
    }

    Optional<Provider> withIssuer(String issuer) {
        return providers.values().stream()
                .filter(provider -> provider.settings().issuedBy().equals(issuer))
                .findFirst();
    }

    /** @return null when there is none of that name, or when it does not answer */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String name) {
        return named(name).flatMap(Provider::registration).orElse(null);
    }

    /** One of them, with what it says of itself. */
    static final class Provider {

        private final String name;
        private final ProviderSettings settings;
        private final Described<ClientRegistration> registration;
        private final Described<JwtDecoder> tokens;

        private Provider(String name, ProviderSettings settings) {
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
}
