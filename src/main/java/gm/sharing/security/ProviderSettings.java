package gm.sharing.security;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import gm.sharing.wording.Words;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An identity provider.
 *
 * @param issuer its address, at which it describes itself
 * @param label what the sign-in page calls it
 * @param organisation the code of the organisation whose people it signs in, and nobody else's; all people without one
 * @param linksByEmail whether it may link people whom it signs in for the first time, by the address that it verified
 * @param audience what its tokens for programs are made out to; without one it has none
 * @param rolesClaim the claim that names roles; without one administrators give them
 * @param roles what the claim says for which role of the organisation, such as {@code ig}
 */
record ProviderSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String label,
        @Nullable String organisation,
        @DefaultValue("true") boolean linksByEmail,
        @Nullable String audience,
        @Nullable String rolesClaim,
        @Nullable Map<String, String> roles,
        @Nullable SecondFactorClaim secondFactor) {

    private static final Words WORDS = Words.in("security/settings");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    /**
     * How the provider says that somebody gave a second factor.
     *
     * @param claim {@code amr} or {@code acr}, as a rule
     * @param values any of which says so
     * @param ask the class to ask for when it is missing, for {@code acr_values}; nothing is named without one
     */
    record SecondFactorClaim(
            @DefaultValue("amr") String claim,
            @DefaultValue({"mfa", "otp", "hwk"}) Set<String> values,
            @Nullable String ask) {}

    /** What is wrong with the settings, a sentence each. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        Map.of("issuer", text(issuer), "client-id", text(clientId), "client-secret", text(clientSecret))
                .forEach((setting, value) -> {
                    if (value.isBlank()) {
                        problems.add(WORDS.text("missing", Map.of("setting", setting)));
                    }
                });
        if (!text(issuer).isBlank() && !isSafe(text(issuer))) {
            problems.add(WORDS.text("issuer"));
        }
        if (organisation != null && !OrganisationCode.isOne(organisation)) {
            problems.add(WORDS.text("organisation", Map.of("given", organisation)));
        }
        if (rolesClaim != null && organisation == null) {
            problems.add(WORDS.text("roles-of-all"));
        }
        roles().values().stream()
                .filter(role -> ofOrganisation(role).isEmpty())
                .forEach(role -> problems.add(WORDS.text("role", Map.of("given", role))));
        if (audience != null && audience.equals(clientId)) {
            problems.add(WORDS.text("audience"));
        }
        return problems;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static boolean isSafe(String address) {
        try {
            URI issuer = URI.create(address);
            return "https".equals(issuer.getScheme())
                    || ("http".equals(issuer.getScheme()) && THIS_MACHINE.contains(issuer.getHost()));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static Optional<Role> ofOrganisation(String word) {
        return Role.named(word).filter(Role.ofOrganisations()::contains);
    }

    @Override
    public Map<String, String> roles() {
        return roles == null ? Map.of() : roles;
    }

    /** The address as text, for comparisons. */
    String issuedBy() {
        return text(issuer);
    }

    String called(String name) {
        return label == null || label.isBlank() ? name : label;
    }

    Optional<OrganisationCode> ofOrganisation() {
        return Optional.ofNullable(organisation).map(OrganisationCode::new);
    }

    /** The groups that follow what the provider says, and of them those that it says. */
    Set<String> groups(Collection<String> said) {
        return ofOrganisation().stream()
                .flatMap(code -> roles().entrySet().stream()
                        .filter(role -> said.contains(role.getKey()))
                        .flatMap(role -> ofOrganisation(role.getValue()).stream())
                        .map(role -> role.groupOf(code)))
                .collect(Collectors.toSet());
    }

    /** Whether the claims say that somebody gave a second factor, and in which word. */
    Optional<String> secondFactor(Map<String, Object> claims) {
        return Optional.ofNullable(secondFactor).flatMap(factor -> words(claims.get(factor.claim())).stream()
                .filter(factor.values()::contains)
                .findFirst());
    }

    /** A claim of one word or of several. */
    static List<String> words(@Nullable Object claim) {
        return claim instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toList()
                : claim instanceof String one ? List.of(one) : List.of();
    }

    @Override
    public String toString() {
        return "provider " + issuer;
    }
}
