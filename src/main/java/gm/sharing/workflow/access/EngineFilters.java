package gm.sharing.workflow.access;

import gm.sharing.audit.RefusedRequests;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Carries the signed-in person from Spring Security into the engine's REST API and web applications. */
@Configuration(proxyBeanMethods = false)
class EngineFilters {

    private static final int AFTER_SPRING_SECURITY = 200;

    @Bean
    FilterRegistrationBean<RestAuthentication> restAuthentication(IdentityService identity) {
        FilterRegistrationBean<RestAuthentication> filter =
                new FilterRegistrationBean<>(new RestAuthentication(identity));
        filter.addUrlPatterns("/engine-rest/*");
        filter.setOrder(AFTER_SPRING_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappAuthentication() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.addInitParameter(
                ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, WebappAuthentication.class.getName());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*", "/camunda/lib/*");
        filter.setOrder(AFTER_SPRING_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<EngineDoor> engineDoor(DoorList list, ThingsThere things, RefusedRequests refusals) {
        FilterRegistrationBean<EngineDoor> filter =
                new FilterRegistrationBean<>(new EngineDoor(list, things, refusals));
        filter.addUrlPatterns("/engine-rest/*", "/camunda/*");
        filter.setOrder(AFTER_SPRING_SECURITY + 1);
        return filter;
    }

    @Bean
    FilterRegistrationBean<NonceOfOnePage> nonceOfOnePage() {
        FilterRegistrationBean<NonceOfOnePage> filter = new FilterRegistrationBean<>(new NonceOfOnePage());
        filter.addUrlPatterns("/camunda/app/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    /** Before everything else, because the framework itself stumbles over such addresses of servlets. */
    @Bean
    FilterRegistrationBean<Filter> plainAddresses() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
            String address = ((HttpServletRequest) request).getRequestURI();
            if (address.contains("//") || address.contains(";")) {
                ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_BAD_REQUEST);
            } else {
                chain.doFilter(request, response);
            }
        });
        filter.addUrlPatterns("/engine-rest/*", "/camunda/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
