package gm.sharing.fault;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells a person to whom something unforeseen happened a number and nothing else: no statement of the database, no words of
 * a program, no answers of theirs. Each line of the log that belongs to the request begins with the same number.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class FaultNumbers extends OncePerRequestFilter {

    /** Also for the page that says so. */
    private static final String NUMBER = "faultNumber";

    /** As well; who only read has lost nothing. */
    private static final String MAY_CHANGE = "mayChange";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** In the pattern of the log. */
    private static final String IN_LOG = "request";

    private static final Logger LOG = LoggerFactory.getLogger(FaultNumbers.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String number = Long.toString(
                        ThreadLocalRandom.current().nextLong(36L * 36 * 36 * 36 * 36, Integer.MAX_VALUE), 36)
                .toUpperCase(Locale.ROOT);
        boolean mayChange = !READING.contains(request.getMethod());
        request.setAttribute(NUMBER, number);
        request.setAttribute(MAY_CHANGE, mayChange);
        MDC.put(IN_LOG, number);
        try {
            if (path(request).equals("/error")) {
                // Nothing failed: somebody typed the address of the page that says so.
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else if (isForPrograms(request)) {
                var answer = new NumberedAnswer(response);
                handle(request, answer, chain);
                answer.finish(number, mayChange);
            } else {
                handle(request, response, chain);
            }
        } finally {
            MDC.remove(IN_LOG);
        }
    }

    private static void handle(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException | StackOverflowError e) {
            if (response.isCommitted()) {
                throw e;
            }
            LOG.error("{} {} failed", request.getMethod(), request.getServletPath(), e);
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        var path = path(request);
        return path.startsWith("/engine-rest") || path.startsWith("/camunda/api");
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** The page for a fault is asked for after the request itself, and shows its number. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return true;
    }
}
