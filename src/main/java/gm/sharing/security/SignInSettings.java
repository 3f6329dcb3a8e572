package gm.sharing.security;

import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * How people sign in.
 *
 * @param local whether people sign in with a password of this service; the configured administrator always does
 * @param secondFactorForSigning whether a signature needs a second factor also of those whose sign-in has none to offer
 * @param providers the identity providers, by the name that their addresses have here
 */
@ConfigurationProperties("sharing.sign-in")
record SignInSettings(
        @DefaultValue("true") boolean local,
        @DefaultValue("false") boolean secondFactorForSigning,
        @Nullable Map<String, ProviderSettings> providers) {

    private static final Words WORDS = Words.in("security/settings");
    private static final String NAME = "[a-z0-9-]{1,40}";

    /** Refuses settings with which nobody could sign in or the wrong people would. */
    SignInSettings {
        providers = providers == null ? Map.of() : Map.copyOf(providers);
        List<String> problems = new ArrayList<>();
        if (!local && providers.isEmpty()) {
            problems.add(WORDS.text("nobody"));
        }
        providers.forEach((name, provider) -> {
            if (!name.matches(NAME)) {
                problems.add(WORDS.text("name", Map.of("given", name)));
            }
            provider.problems().forEach(problem -> problems.add(name + ": " + problem));
        });
        if (providers.values().stream().map(ProviderSettings::issuer).distinct().count() < providers.size()) {
            problems.add(WORDS.text("issuers"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidConfigurationPropertyValueException(
                    "sharing.sign-in.providers", providers.keySet(), String.join("; ", problems));
        }
    }

    @Override
    public Map<String, ProviderSettings> providers() {
        return providers == null ? Map.of() : providers;
    }
}
