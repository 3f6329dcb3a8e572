package gm.sharing;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * A real authorization server beside the application, as organisations have one: with a sign-in page of its own and an issuer for
 * each name. It says of a person what a test tells it to.
 */
public final class IdentityProvider {

    /** What people type at the sign-in page of the provider. */
    public static final String PASSWORD = "at-the-provider";

    public static final String CLIENT = "sharing-journeys";
    public static final String SECRET = "a-secret-of-the-tests";

    /** To whom tokens for programs are made out. */
    public static final String AUDIENCE = "https://sharing.test/engine-rest";

    private static final Map<String, Map<String, Object>> CLAIMS = new ConcurrentHashMap<>();

    /** The issuers, as the configuration of the application names them. */
    public static final List<String> NAMES = List.of("bolton", "everyone");

    private static final Set<String> APPLICATIONS = ConcurrentHashMap.newKeySet();

    private static IdentityProvider running;

    private final int port;
    private final ConfigurableApplicationContext context;

    private IdentityProvider() {
        port = TestPorts.free();
        context = new SpringApplicationBuilder(Server.class)
                .web(WebApplicationType.SERVLET)
                .properties(
                        "spring.config.name=identity-provider",
                        "server.port=" + port,
                        // Cookies do not tell ports apart.
                        "server.servlet.session.cookie.name=PROVIDER-SESSION",
                        "spring.main.banner-mode=off",
                        "spring.jmx.enabled=false")
                .run();
    }

    /** The one of this test run. */
    public static synchronized IdentityProvider running() {
        if (running == null) {
            running = new IdentityProvider();
        }
        return running;
    }

    public String issuer(String name) {
        return "http://localhost:" + port + "/" + name;
    }

    public int port() {
        return port;
    }

    /** Registers the application at that port as the client. */
    public void serves(int application) {
        APPLICATIONS.add("http://localhost:" + application);
    }

    /** Comes from the application to the provider, signs in there if it asks, and goes back to where it leads. */
    public HttpResponse<String> signIn(Visitor browser, int application, String start, String person) {
        return goOn(browser, application, browser.at(application).get(start), person);
    }

    /** The same for a sign-in that was begun before. */
    public HttpResponse<String> goOn(Visitor browser, int application, HttpResponse<String> begun, String person) {
        var answer = begun;
        for (int steps = 0; steps < 10 && answer.statusCode() == 302; steps++) {
            var next = URI.create(answer.headers().firstValue("Location").orElseThrow());
            if (next.getPort() == application
                    && !next.getPath().startsWith("/login/oauth2/")
                    && !next.getPath().startsWith("/oauth2/")) {
                break;
            }
            var there = browser.at(next.getPort());
            answer = next.getPort() == port && next.getPath().equals("/login")
                    ? there.post("/login", Map.of("username", person, "password", PASSWORD))
                    : there.get(next.getRawPath() + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery()));
        }
        return answer;
    }

    /** The same from the application's sign-in page, with the provider of that name. */
    public HttpResponse<String> signIn(Visitor browser, int application, Provided with) {
        return signIn(browser, application, "/oauth2/authorization/" + with.provider(), with.person());
    }

    /** Somebody at a provider. */
    public record Provided(String provider, String person) {}

    /** The settings of an application to which each name is a provider. */
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        for (var name : NAMES) {
            var prefix = "sharing.sign-in.providers." + name + ".";
            settings.put(prefix + "issuer", issuer(name));
            settings.put(prefix + "client-id", CLIENT);
            settings.put(prefix + "client-secret", SECRET);
            settings.put(prefix + "audience", AUDIENCE);
        }
        // Nothing answers there.
        settings.put("sharing.sign-in.providers.away.issuer", "http://localhost:" + TestPorts.free());
        settings.put("sharing.sign-in.providers.away.client-id", CLIENT);
        settings.put("sharing.sign-in.providers.away.client-secret", SECRET);
        var bolton = "sharing.sign-in.providers.bolton.";
        settings.put(bolton + "label", "Bolton sign-in");
        settings.put(bolton + "organisation", "bolton");
        settings.put(bolton + "roles-claim", "groups");
        settings.put(bolton + "roles.SJ-IG", "ig");
        settings.put(bolton + "roles.SJ-SIGN", "signatory");
        settings.put(bolton + "second-factor.ask", "urn:two");
        settings.put("sharing.sign-in.providers.everyone.label", "Greater Manchester sign-in");
        return settings;
    }

    /** Lets the provider say this of somebody, in place of what it said before. */
    public void knows(String person, Map<String, Object> claims) {
        CLAIMS.put(person, Map.copyOf(claims));
    }

    /** A token that the provider of that name signs, for a program or to sign people out. */
    public String token(String name, String subject, Consumer<JwtClaimsSet.Builder> claims, String type) {
        var set = JwtClaimsSet.builder()
                .issuer(issuer(name))
                .subject(subject)
                .audience(List.of(AUDIENCE))
                .id(UUID.randomUUID().toString())
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plusSeconds(300));
        claims.accept(set);
        return context.getBean(JwtEncoder.class)
                .encode(JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.RS256).type(type).build(), set.build()))
                .getTokenValue();
    }

    public String token(String name, String subject, Consumer<JwtClaimsSet.Builder> claims) {
        return token(name, subject, claims, "at+jwt");
    }

    /** The provider's own application; no configuration by annotation, so that ours does not find it. */
    @EnableWebSecurity
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    static class Server {

        @Bean
        SecurityFilterChain everything(HttpSecurity http) throws Exception {
            return http.with(
                            OAuth2AuthorizationServerConfigurer.authorizationServer(),
                            server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .csrf(forged -> forged.ignoringRequestMatchers(
                            PathPatternRequestMatcher.withDefaults().matcher("/login")))
                    .build();
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder()
                    .multipleIssuersAllowed(true)
                    .build();
        }

        /** Secrets of tests are no secrets: hashing one at each sign-in took a twentieth of all tests' time. */
        @Bean
        PasswordEncoder secrets() {
            return new PasswordEncoder() {
                @Override
                public String encode(CharSequence secret) {
                    return secret.toString();
                }

                @Override
                public boolean matches(CharSequence typed, String secret) {
                    return secret.contentEquals(typed);
                }
            };
        }

        @Bean
        UserDetailsService people() {
            return name ->
                    User.withUsername(name).password(PASSWORD).roles("PERSON").build();
        }

        @Bean
        RegisteredClientRepository clients() {
            return new RegisteredClientRepository() {
                @Override
                public void save(RegisteredClient client) {
                    // How its secret is kept is of no matter here.
                }

                @Override
                public RegisteredClient findById(String id) {
                    return client();
                }

                @Override
                public RegisteredClient findByClientId(String id) {
                    return CLIENT.equals(id) ? client() : null;
                }
            };
        }

        private static RegisteredClient client() {
            return RegisteredClient.withId("1")
                    .clientId(CLIENT)
                    .clientSecret(SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUris(addresses -> APPLICATIONS.forEach(application ->
                            NAMES.forEach(name -> addresses.add(application + "/login/oauth2/code/" + name))))
                    .postLogoutRedirectUris(addresses ->
                            APPLICATIONS.forEach(application -> addresses.add(application + "/login?logout")))
                    .scopes(scopes -> scopes.addAll(List.of("openid", "profile", "email")))
                    .clientSettings(
                            ClientSettings.builder().requireProofKey(true).build())
                    .build();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var keys = generator.generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) keys.getPublic())
                    .privateKey((RSAPrivateKey) keys.getPrivate())
                    .keyID("1")
                    .build()));
        }

        @Bean
        JwtEncoder encoder(JWKSource<SecurityContext> keys) {
            return new NimbusJwtEncoder(keys);
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        /** A second factor is given to whoever is asked for one and has one, and at once, unless the test says when or never. */
        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                var said =
                        new HashMap<>(CLAIMS.getOrDefault(token.getPrincipal().getName(), Map.of()));
                boolean hasOne = Boolean.TRUE.equals(said.remove("has_second_factor"));
                OAuth2AuthorizationRequest asked = token.getAuthorization() == null
                        ? null
                        : token.getAuthorization().getAttribute(OAuth2AuthorizationRequest.class.getName());
                if (asked != null && asked.getAdditionalParameters().containsKey("max_age")) {
                    token.getClaims().claim("auth_time", Date.from(Instant.now()));
                }
                said.forEach((claim, value) -> token.getClaims().claim(claim, value));
                if ("never".equals(said.get("auth_time"))) {
                    token.getClaims().claims(claims -> claims.remove("auth_time"));
                }
                if (hasOne && asked != null && asked.getAdditionalParameters().containsKey("acr_values")) {
                    token.getClaims().claim("amr", List.of("pwd", "otp", "mfa"));
                }
            };
        }
    }
}
