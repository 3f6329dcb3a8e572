package gm.sharing.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.apache.catalina.Globals;
import org.apache.tomcat.util.http.Parameters.FailReason;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says so when a page sends more than is taken at once. The server leaves out all fields then, with them the token against
 * forged requests, so people would be told that they were signed out or may not do this.
 */
final class TooMuchAtOnce extends OncePerRequestFilter {

    /** Nobody who is not signed in fills the memory with what the server reads for those who are. */
    private static final long MOST_OF_STRANGERS = DataSize.ofMegabytes(2).toBytes();

    private static final String AGAIN = "?too-large";

    private static final Set<FailReason> TOO_MUCH = Set.of(FailReason.POST_TOO_LARGE, FailReason.TOO_MANY_PARAMETERS);

    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();
    private final CsrfTokenRequestHandler withToken = new XorCsrfTokenRequestAttributeHandler();
    private final RequestMatcher sayingSo;
    private final RequestMatcher askingAgain;
    private final CsrfTokenRepository tokens;

    /**
     * @param sayingSo where the page itself says that a file is too large, and needs no token
     * @param askingAgain where the page that asks for a file says so when it is opened as {@value #AGAIN}
     * @param tokens with which people leave the page that says so by its buttons
     */
    TooMuchAtOnce(RequestMatcher sayingSo, RequestMatcher askingAgain, CsrfTokenRepository tokens) {
        this.sayingSo = sayingSo;
        this.askingAgain = askingAgain;
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!HttpMethod.POST.matches(request.getMethod()) || sayingSo.matches(request)) {
            chain.doFilter(request, response);
        } else if (isOfPage(request) && isTooMuchOfAStranger(request)) {
            refuse(
                    request.getContentLengthLong() < 0 ? HttpStatus.LENGTH_REQUIRED : HttpStatus.PAYLOAD_TOO_LARGE,
                    request,
                    response);
        } else if (isLeftOut(request) && askingAgain.matches(request)) {
            response.sendRedirect(request.getRequestURI() + AGAIN);
        } else if (isLeftOut(request)) {
            refuse(HttpStatus.PAYLOAD_TOO_LARGE, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void refuse(HttpStatus why, HttpServletRequest request, HttpServletResponse response) throws IOException {
        withToken.handle(request, response, tokens.loadDeferredToken(request, response));
        response.sendError(why.value());
    }

    private static boolean isOfPage(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private boolean isTooMuchOfAStranger(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return (length < 0 || length > MOST_OF_STRANGERS)
                && !trust.isAuthenticated(SecurityContextHolder.getContext().getAuthentication());
    }

    /** Whether the server has read the fields, and took none or not all. */
    private static boolean isLeftOut(HttpServletRequest request) {
        request.getParameterMap();
        return request.getAttribute(Globals.PARAMETER_PARSE_FAILED_REASON_ATTR) instanceof FailReason why
                && TOO_MUCH.contains(why);
    }
}
