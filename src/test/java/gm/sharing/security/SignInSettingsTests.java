package gm.sharing.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings with which nobody or the wrong people would sign in are refused at the start, all faults at once. */
class SignInSettingsTests {

    private static final String BOLTON = "sharing.sign-in.providers.bolton.";

    private final Map<String, String> given = new HashMap<>(Map.of(
            BOLTON + "issuer", "https://id.bolton.example",
            BOLTON + "client-id", "sharing",
            BOLTON + "client-secret", "secret",
            BOLTON + "organisation", "bolton",
            BOLTON + "roles-claim", "groups",
            BOLTON + "roles.IG", "ig"));

    private SignInSettings read() {
        return new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate("sharing.sign-in", SignInSettings.class);
    }

    @Test
    void needNothing() {
        given.clear();

        assertThat(read()).isEqualTo(new SignInSettings(true, false, Map.of()));
    }

    @Test
    void nameAProviderAsItsOrganisationKnowsIt() {
        given.put(BOLTON + "second-factor.ask", "urn:two");

        var provider = read().providers().get("bolton");

        assertThat(provider.groups(Set.of("IG", "camunda-admin"))).containsExactly("ig-bolton");
        assertThat(provider.secondFactor(Map.of("amr", List.of("pwd", "mfa")))).hasValue("mfa");
        assertThat(provider.secondFactor(Map.of("amr", List.of("pwd")))).isEmpty();
        assertThat(provider.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, http://id.bolton.example, begins with https://",
        "issuer, '', issuer is missing",
        "client-id, '', client-id is missing",
        "client-secret, '', client-secret is missing",
        "organisation, Bolton Council, not a code of an organisation",
        "roles.X, camunda-admin, not a role that a provider may give",
        "roles.X, org, not a role that a provider may give",
        "roles.X, project-leads, not a role that a provider may give",
        "audience, sharing, is not the client-id"
    })
    void areRefusedWithTheReason(String setting, String value, String reason) {
        given.put(BOLTON + setting, value);

        assertThatThrownBy(this::read).rootCause().hasMessageContaining(reason);
    }

    @Test
    void areRefusedWhereNobodyCouldSignIn() {
        given.clear();
        given.put("sharing.sign-in.local", "false");

        assertThatThrownBy(this::read).rootCause().hasMessageContaining("nobody could sign in");
    }
}
