package gm.sharing.security;

import gm.sharing.audit.RefusedRequests;
import gm.sharing.organisation.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Who may reach which address: one sign-in for the pages and the engine's web applications, HTTP Basic for its REST API
 * and for monitoring. What is not named here as public is closed; {@link EngineDoors} says who comes to the engine.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity implements WebMvcConfigurer {

    /**
     * Pages run scripts and styles from this application only. A page that carries its own styles, such as an agreement
     * to be saved, may set a policy of its own: a header that is there already is not replaced.
     */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Programs run nothing; who opens such an answer in a browser sees it and no more. */
    static final String DATA_ONLY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String SIGN_IN = "/login";
    private static final String SIGNED_OUT = "/signed-out";

    /** What waits for the person. */
    static final String AFTER_SIGN_IN = "/work";

    static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

    private static final RequestMatcher CHECK = PATH.matcher(HttpMethod.POST, "/register/check");
    private static final RequestMatcher IMPORTS = PATH.matcher(HttpMethod.POST, "/organisations/import-{kind}");

    private final SignedInPerson signedInPerson;
    private final RefusedRequests refusals;
    private final ProviderSignIn providers;
    private final SignOutAtProvider signOut;

    WebSecurity(
            SignedInPerson signedInPerson,
            RefusedRequests refusals,
            ProviderSignIn providers,
            SignOutAtProvider signOut) {
        this.signedInPerson = signedInPerson;
        this.refusals = refusals;
        this.providers = providers;
        this.signOut = signOut;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(signedInPerson);
    }

    /** Health is public, so that a load balancer can see it; everything else is for administrators. */
    @Bean
    @Order(2)
    SecurityFilterChain monitoring(HttpSecurity http) throws Exception {
        http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to(HealthEndpoint.class))
                        .permitAll()
                        .anyRequest()
                        .hasAuthority(Role.ADMINISTRATOR.group()));
        return withBasic(http);
    }

    /** The application's own pages. */
    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http, UnknownAddresses unknown, ProviderSessions sessions) throws Exception {
        RequestCache askedFor = BeforeSignIn.askedFor(request -> isPage(request) && unknown.isKnown(request));
        providers.open(http, SIGN_IN, askedFor);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                PATH.matcher("/"),
                                PATH.matcher("/static/**"),
                                PATH.matcher("/webjars/**"),
                                PATH.matcher("/register/**"),
                                PATH.matcher("/accessibility"),
                                PATH.matcher("/privacy"),
                                PATH.matcher("/cookies"),
                                PATH.matcher("/invitation/*"),
                                PATH.matcher(SIGN_IN),
                                PATH.matcher("/error"))
                        .permitAll()
                        .requestMatchers(WebSecurity::isShownToTheSignedOut)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                // Checking a document changes nothing and answers everybody alike, also without a session.
                .csrf(csrf ->
                        csrf.csrfTokenRepository(BeforeSignIn.csrfTokens()).ignoringRequestMatchers(CHECK))
                .addFilterBefore(new TooMuchAtOnce(CHECK, IMPORTS, BeforeSignIn.csrfTokens()), CsrfFilter.class)
                .formLogin(form ->
                        form.loginPage(SIGN_IN).defaultSuccessUrl(AFTER_SIGN_IN).failureHandler(signInAgain()))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(unknown.orElse(signInOnPages()))
                        .accessDeniedHandler(refusedOrSignedOut()))
                .requestCache(cache -> cache.requestCache(askedFor))
                .addFilterBefore(new StandingSessions(sessions), AnonymousAuthenticationFilter.class)
                .sessionManagement(session -> session.sessionAuthenticationStrategy(new SameSession()))
                .logout(logout -> logout.addLogoutHandler(WebSecurity::clearBrowser)
                        .addLogoutHandler(signOut)
                        .logoutSuccessUrl("/login?logout"))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(), geolocation=(), microphone=()")))
                .build();
    }

    /** Keeps nothing of the attempt: the stored session would hold the mistyped password. */
    private static AuthenticationFailureHandler signInAgain() {
        RedirectStrategy redirect = new DefaultRedirectStrategy();
        return (request, response, cause) -> redirect.sendRedirect(request, response, SIGN_IN + why(cause));
    }

    private static String why(AuthenticationException cause) {
        if (cause.getCause() instanceof TooManyAttempts early) {
            return (early.isBusy() ? "?busy=" : "?wait=") + early.seconds();
        }
        return cause instanceof DisabledException ? "?disabled" : "?error";
    }

    /** Whose session ended while a page was open has a form without a token that counts: it is sent again after signing in. */
    private AccessDeniedHandler refusedOrSignedOut() {
        AccessDeniedHandler refused = new AccessDeniedHandlerImpl();
        RedirectStrategy redirect = new DefaultRedirectStrategy();
        return (request, response, cause) -> {
            boolean ofAnotherSession = cause instanceof CsrfException && acceptsPages(request);
            boolean ended = ofAnotherSession
                    && request.getSession(false) == null
                    && !request.getRequestURI().endsWith(SIGN_IN);
            if (ofAnotherSession && isForm(request)) {
                request.getRequestDispatcher(request.getServletPath() + SIGNED_OUT)
                        .forward(request, response);
                return;
            }
            if (ended) {
                redirect.sendRedirect(
                        request,
                        response,
                        SIGN_IN + (request.getRequestURI().endsWith("/logout") ? "?logout" : "?ended"));
                return;
            }
            if (request.getUserPrincipal() != null) {
                refusals.record(request.getUserPrincipal().getName(), "page.refused", request);
            }
            refused.handle(request, response, cause);
        };
    }

    /** Only {@link #refusedOrSignedOut} leads there whoever is not signed in. */
    private static boolean isShownToTheSignedOut(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.FORWARD
                && request.getServletPath().endsWith(SIGNED_OUT);
    }

    /** What somebody typed into the page of a form is shown to them; what another site sends is not. */
    private static boolean isForm(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return (PATH.matcher(HttpMethod.POST, "/tasks/*").matches(request)
                        || PATH.matcher(HttpMethod.POST, "/start/*").matches(request))
                && (site == null ? isOwn(request.getHeader("Origin"), request) : site.equals("same-origin"));
    }

    /** Of browsers from before they said how a request came about. */
    private static boolean isOwn(@Nullable String origin, HttpServletRequest request) {
        return origin == null || origin.matches("https?://" + Pattern.quote(request.getServerName()) + "(:\\d+)?");
    }

    static SecurityFilterChain withBasic(HttpSecurity http) throws Exception {
        return http.httpBasic(basic -> basic.authenticationEntryPoint(askForBasic()))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(askForBasic())
                        .accessDeniedHandler(
                                (request, response, cause) -> response.setStatus(HttpStatus.FORBIDDEN.value())))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter(WebSecurity::keepNowhere)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(DATA_ONLY)))
                .build();
    }

    /** In the place of what the engine says, which lets a browser keep an answer as long as it asks again. */
    static void keepNowhere(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /**
     * Whoever signs in next finds nothing of what was typed: Tasklist keeps drafts in the browser. Cookies stay, since the
     * session's is of no use any more and the next sign-in needs its own.
     */
    static void clearBrowser(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication signedIn) {
        response.setHeader("Clear-Site-Data", "\"storage\"");
    }

    private static AuthenticationEntryPoint askForBasic() {
        return (request, response, cause) -> {
            if (cause.getCause() instanceof TooManyAttempts early) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(early.seconds()));
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                return;
            }
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Sharing Journeys\", charset=\"UTF-8\"");
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        };
    }

    /**
     * A script that is led to the sign-in page would start a session beside that of the page. Tasklist says by a parameter that
     * it was open when the session ended.
     */
    static AuthenticationEntryPoint signInOnPages() {
        AuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint(SIGN_IN) {
            @Override
            protected String determineUrlToUseForThisRequest(
                    HttpServletRequest request, HttpServletResponse response, AuthenticationException cause) {
                return request.getParameter("ended") == null ? SIGN_IN : SIGN_IN + "?ended";
            }
        };
        return (request, response, cause) -> {
            if (isPage(request)) {
                page.commence(request, response, cause);
            } else {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
            }
        };
    }

    /** After signing in people go on to the page that they asked for, never to a script's request for data. */
    static RequestCache pagesOnly() {
        return BeforeSignIn.askedFor(WebSecurity::isPage);
    }

    /** Scripts may ask for pieces of pages, too; browsers say so. */
    private static boolean isPage(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return HttpMethod.GET.matches(request.getMethod())
                && acceptsPages(request)
                && (mode == null || mode.equals("navigate"));
    }

    private static boolean acceptsPages(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
