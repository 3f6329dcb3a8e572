package gm.sharing.security;

import static gm.sharing.security.WebSecurity.PATH;

import gm.sharing.organisation.Role;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;

/**
 * Who comes to the engine: to its REST API with HTTP Basic, to its web applications with the sign-in of the pages.
 *
 * <p>Inside the engine its own authorizations decide; these rules only decide who gets that far. Jobs are an exception: the
 * engine lets everybody run or move those of its own, such as the clean-up of its history.
 */
@Configuration(proxyBeanMethods = false)
class EngineDoors {

    /**
     * The engine's REST API: for programs, among them Camunda Modeler. Sessions play no part; a browser that remembers a
     * password and is sent here by another site is refused.
     */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
        http.securityMatcher(PATH.matcher("/engine-rest/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(EngineDoors::comesFromAnotherSite)
                        .denyAll()
                        .requestMatchers(
                                PATH.matcher("/engine-rest/job/*/*"), PATH.matcher("/engine-rest/engine/*/job/*/*"))
                        .hasAuthority(Role.ADMINISTRATOR.group())
                        .anyRequest()
                        .authenticated());
        return WebSecurity.withBasic(http);
    }

    /** Tasklist, Cockpit and Admin. They bring their own headers and their own protection against forged requests. */
    @Bean
    @Order(3)
    SecurityFilterChain engineWebapps(HttpSecurity http) throws Exception {
        return http.securityMatcher(PATH.matcher("/camunda/**"))
                .authorizeHttpRequests(requests -> requests
                        // Their own sign-in and the creation of a first administrator would go past ours.
                        .requestMatchers(
                                PATH.matcher("/camunda/api/admin/auth/user/*/login/**"),
                                PATH.matcher("/camunda/api/admin/setup/**"))
                        .denyAll()
                        .requestMatchers(PATH.matcher("/camunda/api/engine/engine/*/job/*/*"))
                        .hasAuthority(Role.ADMINISTRATOR.group())
                        .anyRequest()
                        .authenticated())
                .requestCache(cache -> cache.requestCache(WebSecurity.pagesOnly()))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(WebSecurity.signInOnPages()))
                // Signing out of one of them signs out of everything.
                .logout(logout -> logout.logoutRequestMatcher(
                                PATH.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"))
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    private static boolean comesFromAnotherSite(HttpServletRequest request) {
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }
}
