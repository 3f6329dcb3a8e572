package gm.sharing.workflow.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives a page of the web applications a nonce of its own. The engine keeps the last nonce for all requests together, so a page
 * that is asked for at the same moment as anything else would get another's and run no script; and it draws them from a
 * generator whose next numbers can be worked out from earlier ones.
 */
final class NonceOfOnePage extends OncePerRequestFilter {

    private static final String POLICY = "Content-Security-Policy";
    private static final Pattern ALLOWED = Pattern.compile("'nonce-[A-Za-z0-9_-]+={0,2}'");
    private static final Pattern WRITTEN = Pattern.compile("(\\bnonce=\")[A-Za-z0-9_-]+={0,2}(\")");

    private static final int BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Everything but the pages has a name with a dot. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.lastIndexOf('.') > path.lastIndexOf('/');
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var page = new ContentCachingResponseWrapper(response);
        page.setCharacterEncoding(StandardCharsets.UTF_8.name());
        chain.doFilter(request, page);
        String policy = page.getHeader(POLICY);
        Matcher allowed = ALLOWED.matcher(policy == null ? "" : policy);
        if (allowed.find()) {
            String nonce = next();
            page.setHeader(POLICY, allowed.replaceAll("'nonce-" + nonce + "'"));
            String html = new String(page.getContentAsByteArray(), StandardCharsets.UTF_8);
            page.resetBuffer();
            page.getOutputStream()
                    .write(WRITTEN.matcher(html).replaceAll("$1" + nonce + "$2").getBytes(StandardCharsets.UTF_8));
        }
        page.copyBodyToResponse();
    }

    private static String next() {
        var random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
