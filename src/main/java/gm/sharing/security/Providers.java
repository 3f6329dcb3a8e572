package gm.sharing.security;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/**
 * The identity providers of the configuration. What one says about itself is read when somebody first needs it, so that this
 * service starts without them.
 */
@Component
@EnableConfigurationProperties(SignInSettings.class)
class Providers implements ClientRegistrationRepository {

    private final Map<String, SignInProvider> providers;

    Providers(SignInSettings settings) {
        providers = settings.providers().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new SignInProvider(entry.getKey(), entry.getValue()),
                        (one, other) -> one,
                        TreeMap::new));
    }

    boolean isEmpty() {
        return providers.isEmpty();
    }

    Collection<SignInProvider> all() {
        return providers.values();
    }

    Optional<SignInProvider> named(String name) {
        return Optional.ofNullable(providers.get(name));
    }

    Optional<SignInProvider> withIssuer(String issuer) {
        return providers.values().stream()
                .filter(provider -> provider.settings().issuedBy().equals(issuer))
                .findFirst();
    }

    /** @return null when there is none of that name, or when it does not answer */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String name) {
        return named(name).flatMap(SignInProvider::registration).orElse(null);
    }
}
