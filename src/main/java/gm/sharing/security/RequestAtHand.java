package gm.sharing.security;

import gm.sharing.organisation.ActingPerson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.filter.OrderedRequestContextFilter;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;

/**
 * Knows the request at hand, with its session, from before Spring Security on, where people sign in, and forgets after it who
 * acted.
 */
@Component
class RequestAtHand extends OrderedRequestContextFilter {

    RequestAtHand() {
        setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 1);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            super.doFilterInternal(request, response, chain);
        } finally {
            ActingPerson.forget();
        }
    }
}
