package gm.sharing.security;

import gm.sharing.audit.SecurityTrail;
import gm.sharing.organisation.Person;
import gm.sharing.security.NotLinked.Why;
import gm.sharing.wording.Words;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Signs people in with the providers of the configuration: by code, with state, nonce and PKCE. What the session keeps of a
 * provider is who it was there, the strength of the sign-in and what signing out needs; its tokens for itself are kept nowhere.
 */
@Component
class ProviderSignIn {

    private static final Words WORDS = Words.in("security/record");

    /** The claims under which the session knows the account and the word for the second factor. */
    private static final String ACCOUNT = "sharing_account";

    static final String SECOND_FACTOR = "sharing_second_factor";

    /** Parameter of a request to sign in again with a second factor. */
    static final String AGAIN = "second-factor";

    /** How old a sign-in may be in seconds, as providers are asked. */
    static final String MAX_AGE = "max_age";

    private static final String STARTS_AT = "/oauth2/authorization";

    /** By as much the clocks of two machines differ, as the library allows for the other times of a token. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);

    private final Providers providers;
    private final ProviderPeople people;
    private final ProviderSessions sessions;
    private final SignInUnderWay underWay;
    private final SecurityTrail record;

    ProviderSignIn(
            Providers providers,
            ProviderPeople people,
            ProviderSessions sessions,
            SignInUnderWay underWay,
            SecurityTrail record) {
        this.providers = providers;
        this.people = people;
        this.sessions = sessions;
        this.underWay = underWay;
        this.record = record;
    }

    /** Opens the ways to the providers and back from them; none where there is no provider. */
    void open(HttpSecurity http, String signInPage, RequestCache askedFor) throws Exception {
        if (providers.isEmpty()) {
            return;
        }
        OidcUserService claims = new OidcUserService();
        http.oauth2Login(login -> login.loginPage(signInPage)
                        .clientRegistrationRepository(providers)
                        .authorizedClientRepository(new KeptNowhere())
                        .authorizationEndpoint(start ->
                                start.authorizationRequestResolver(requests()).authorizationRequestRepository(underWay))
                        .userInfoEndpoint(info -> info.oidcUserService(request -> signedIn(request, claims)))
                        .successHandler(welcome(askedFor))
                        .failureHandler(this::refuse)
                        .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                            @Override
                            public <T extends OAuth2AuthorizationRequestRedirectFilter> T postProcess(T filter) {
                                filter.setAuthenticationFailureHandler(ProviderSignIn.this::refuse);
                                return filter;
                            }
                        }))
                .oidcLogout(logout -> logout.clientRegistrationRepository(providers)
                        .oidcSessionRegistry(sessions)
                        .backChannel(channel -> {}));
    }

    private OAuth2AuthorizationRequestResolver requests() {
        DefaultOAuth2AuthorizationRequestResolver known =
                new DefaultOAuth2AuthorizationRequestResolver(providers, STARTS_AT);
        known.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return new OAuth2AuthorizationRequestResolver() {
            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
                return startedWith(request)
                        .map(provider -> {
                            if (provider.registration().isEmpty()) {
                                throw new AuthenticationServiceException(provider.name());
                            }
                            return again(provider, known.resolve(request), request);
                        })
                        .orElse(null);
            }

            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
                return known.resolve(request, provider);
            }
        };
    }

    private Optional<SignInProvider> startedWith(HttpServletRequest request) {
        String address =
                request.getRequestURI().substring(request.getContextPath().length());
        return address.startsWith(STARTS_AT + "/")
                ? providers.named(address.substring(STARTS_AT.length() + 1))
                : Optional.empty();
    }

    /** Who is signed in already at the provider is asked again, for more. */
    private static @Nullable OAuth2AuthorizationRequest again(
            SignInProvider provider, @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request) {
        if (asked == null || request.getParameter(AGAIN) == null) {
            return asked;
        }
        Map<String, Object> more = new HashMap<>(asked.getAdditionalParameters());
        more.put("prompt", "login");
        more.put(MAX_AGE, "0");
        ProviderSettings.SecondFactorClaim factor = provider.settings().secondFactor();
        if (factor != null && factor.ask() != null) {
            more.put("acr_values", factor.ask());
        }
        return OAuth2AuthorizationRequest.from(asked).additionalParameters(more).build();
    }

    private OidcUser signedIn(OidcUserRequest request, OidcUserService claimsOf) {
        SignInProvider provider = providers
                .named(request.getClientRegistration().getRegistrationId())
                .orElseThrow();
        OidcUser there = claimsOf.loadUser(request);
        try {
            Person person = people.signIn(provider, there.getSubject(), there.getClaims(), isOfNow(there.getIdToken()));
            return kept(provider, person, there);
        } catch (NotLinked refused) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(refused.why().code()), refused);
        } catch (DataIntegrityViolationException inTheSameMoment) {
            throw new OAuth2AuthenticationException(new OAuth2Error(Why.FAILED.code()), inTheSameMoment);
        }
    }

    /**
     * Whether the provider asked anew where it was to: it then has to say when (OpenID Connect Core 1.0, 3.1.2.1 and 3.1.3.7).
     */
    private static boolean isOfNow(OidcIdToken token) {
        return !(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes at)
                || SignInUnderWay.askedAgain(at.getRequest())
                        .map(asked -> asked.minus(CLOCKS_DIFFER))
                        .filter(earliest -> token.getAuthenticatedAt() == null
                                || token.getAuthenticatedAt().isBefore(earliest))
                        .isEmpty();
    }

    private static OidcUser kept(SignInProvider provider, Person person, OidcUser there) {
        Map<String, Object> ofToken = new HashMap<>(Stream.of("sub", "sid")
                .filter(there.getIdToken()::hasClaim)
                .collect(Collectors.toMap(
                        claim -> claim, claim -> there.getIdToken().getClaimAsString(claim))));
        ofToken.put("iss", provider.settings().issuedBy());
        Map<String, Object> here = new HashMap<>(Map.of(ACCOUNT, person.id()));
        // Only what is signed counts for this.
        provider.settings()
                .secondFactor(there.getIdToken().getClaims())
                .ifPresent(word -> here.put(SECOND_FACTOR, word));
        OidcIdToken token = there.getIdToken();
        return new DefaultOidcUser(
                AuthorityUtils.createAuthorityList(person.groups()),
                new OidcIdToken(token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt(), ofToken),
                new OidcUserInfo(here),
                ACCOUNT);
    }

    private SavedRequestAwareAuthenticationSuccessHandler welcome(RequestCache askedFor) {
        var handler = new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            public void onAuthenticationSuccess(
                    HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
                    throws ServletException, IOException {
                if (signedIn.getPrincipal() instanceof OidcUser person) {
                    sessions.saveSessionInformation(
                            new OidcSessionInformation(request.getSession().getId(), Map.of(), person));
                }
                super.onAuthenticationSuccess(request, response, signedIn);
            }
        };
        handler.setRequestCache(askedFor);
        handler.setDefaultTargetUrl(WebSecurity.AFTER_SIGN_IN);
        return handler;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        NotLinked refused = cause.getCause() instanceof NotLinked known ? known : new NotLinked(Why.FAILED, null);
        String name = request.getRequestURI().substring(request.getRequestURI().lastIndexOf('/') + 1);
        RedirectStrategy redirect = new DefaultRedirectStrategy();
        SignInProvider provider = providers.named(name).orElse(null);
        if (provider == null) {
            redirect.sendRedirect(request, response, "/login?error");
            return;
        }
        if (refused.why() == Why.FAILED) {
            LOG.info("Nobody was signed in with {}: {}", name, reason(cause));
        } else {
            record.recordRefusal(
                    refused.account() == null ? SecurityTrail.ANONYMOUS : refused.account(),
                    "sign-in.refused",
                    WORDS.text(
                            "refused",
                            Map.of(
                                    "provider",
                                    provider.label(),
                                    "why",
                                    refused.why().code())));
        }
        redirect.sendRedirect(
                request,
                response,
                "/login?with=" + name + "&refused=" + refused.why().code());
    }

    /** The kind of failure, without what the provider or somebody else wrote. */
    private static String reason(AuthenticationException cause) {
        return cause instanceof OAuth2AuthenticationException known
                        && known.getError().getErrorCode().matches("[a-z_]{1,60}")
                ? known.getError().getErrorCode()
                : cause.getClass().getSimpleName();
    }

    /** Nothing is asked of a provider after the sign-in, so nothing of what it gave for that is kept. */
    private static final class KeptNowhere implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // as the library declares it
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String provider, Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {
            // It is forgotten with the request.
        }

        @Override
        public void removeAuthorizedClient(
                String provider, Authentication person, HttpServletRequest request, HttpServletResponse response) {
            // There is none.
        }
    }
}
