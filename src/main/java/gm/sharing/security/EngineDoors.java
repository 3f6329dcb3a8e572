package gm.sharing.security;

import static gm.sharing.security.WebSecurity.PATH;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.web.cors.CorsUtils;

/**
 * Who comes to the engine: to its REST API with HTTP Basic or a provider's token, to its web applications with the sign-in of the pages.
 *
 * <p>Whoever came this far may ask only what the list of the engine's door says ({@code workflow.access.EngineDoor}), and of
 * that sees and does what the engine's own permissions allow.
 */
@Configuration(proxyBeanMethods = false)
class EngineDoors {

    private static final String SIGN_OUT = "/camunda/api/admin/auth/user/default/logout";
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    /**
     * The engine's REST API: for programs, among them Camunda Modeler. Sessions play no part; a browser that remembers a
     * password and is sent here by another site is refused.
     */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http, BearerTokens tokens) throws Exception {
        http.securityMatcher(PATH.matcher("/engine-rest/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(EngineDoors::comesFromAnotherSite)
                        .denyAll()
                        .anyRequest()
                        .authenticated());
        if (tokens.areTaken()) {
            http.oauth2ResourceServer(server -> server.authenticationManagerResolver(request -> tokens.manager())
                    .authenticationEntryPoint(new BearerTokenAuthenticationEntryPoint()));
        }
        return WebSecurity.withBasic(http);
    }

    /** Tasklist, Cockpit and Admin. They bring their own headers and their own protection against forged requests. */
    @Bean
    @Order(3)
    SecurityFilterChain engineWebapps(HttpSecurity http, SignOutAtProvider signOut, ProviderSessions sessions)
            throws Exception {
        return http.securityMatcher(PATH.matcher("/camunda/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .requestCache(cache -> cache.requestCache(WebSecurity.pagesOnly()))
                .addFilterBefore(new StandingSessions(sessions), AnonymousAuthenticationFilter.class)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(WebSecurity.signInOnPages()))
                // Signing out of one of them signs out of everything.
                .logout(logout -> logout.logoutRequestMatcher(request -> HttpMethod.POST.matches(request.getMethod())
                                && SIGN_OUT.equals(request.getRequestURI()))
                        .addLogoutHandler(WebSecurity::clearBrowser)
                        .addLogoutHandler(signOut)
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .csrf(AbstractHttpConfigurer::disable)
                // The policy for contents is their own, since it names each page's scripts.
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                EngineDoors::isPrivate, WebSecurity::keepNowhere))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(), geolocation=(), microphone=()")))
                .build();
    }

    /** Where Camunda Modeler looks by default and nothing is, so that it says that the address is wrong and not the password. */
    @Bean
    @Order(3)
    SecurityFilterChain otherAddressesOfModeler(HttpSecurity http) throws Exception {
        http.securityMatcher(PATH.matcher("/rest/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(WebSecurity.DATA_ONLY)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .build();
    }

    /** Scripts, styles and pictures are the same for everybody; everything else is somebody's. */
    private static boolean isPrivate(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean file = path.lastIndexOf('.') > path.lastIndexOf('/');
        return !file || (path.startsWith("/camunda/api/") && !path.contains("/static/"));
    }

    /**
     * Browsers say so themselves, older ones by the origin. Desktop programs that are made of a browser, as Camunda Modeler is,
     * come from a file; a page cannot pretend to be one, because browsers let no page set this header unasked.
     */
    private static boolean comesFromAnotherSite(HttpServletRequest request) {
        String program = request.getHeader(HttpHeaders.USER_AGENT);
        if (program != null && program.contains(" Electron/")) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        return (site != null && !OWN_SITE.contains(site)) || CorsUtils.isCorsRequest(request);
    }
}
