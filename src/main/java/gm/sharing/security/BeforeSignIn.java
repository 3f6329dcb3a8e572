package gm.sharing.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.WebUtils;

/**
 * What is kept for somebody who has not signed in: in their own browser, because each session is a row in the database and
 * anybody may ask for pages.
 */
final class BeforeSignIn {

    private BeforeSignIn() {}

    /** The page that was asked for, to which people go on after signing in. */
    static RequestCache askedFor(RequestMatcher pages) {
        return new AskedFor(pages);
    }

    /** Bound to the session as soon as there is one. */
    static CsrfTokenRepository csrfTokens() {
        return new SessionOrCookie();
    }

    /** Tokens against forged requests; the sign-in page's own is in a cookie that no script reads. */
    private static final class SessionOrCookie implements CsrfTokenRepository {

        private static final String HEADER = "X-CSRF-TOKEN";

        private final CsrfTokenRepository session = new HttpSessionCsrfTokenRepository();
        private final CsrfTokenRepository cookie = cookie(false);
        private final CsrfTokenRepository cookieBehindTls = cookie(true);

        private static CsrfTokenRepository cookie(boolean secure) {
            var cookie = new CookieCsrfTokenRepository();
            // The engine's web applications have a cookie of the usual name.
            cookie.setCookieName(HostCookies.name("SIGN-IN-TOKEN", secure));
            cookie.setCookiePath("/");
            cookie.setHeaderName(HEADER);
            cookie.setCookieCustomizer(one -> one.sameSite("Lax"));
            return cookie;
        }

        private CsrfTokenRepository of(HttpServletRequest request) {
            if (request.getSession(false) != null) {
                return session;
            }
            return request.isSecure() ? cookieBehindTls : cookie;
        }

        @Override
        public CsrfToken generateToken(HttpServletRequest request) {
            return new DefaultCsrfToken(HEADER, "_csrf", RandomTokens.next());
        }

        @Override
        public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
            of(request).saveToken(token, request, response);
        }

        @Override
        public @Nullable CsrfToken loadToken(HttpServletRequest request) {
            return of(request).loadToken(request);
        }
    }

    /** Keeps an address within this application and nothing else, whatever the cookie says. */
    private static final class AskedFor implements RequestCache {

        private static final String COOKIE = "ASKED-FOR";

        /** Longer addresses would not fit a cookie; who asks for one starts at their work after signing in. */
        private static final int LONGEST = 1_000;

        private static final Pattern HERE = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e]*");

        private final RequestMatcher pages;

        AskedFor(RequestMatcher pages) {
            this.pages = pages;
        }

        @Override
        public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
            var address = address(request);
            if (pages.matches(request) && address.length() <= LONGEST && isHere(address)) {
                var kept = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(address.getBytes(StandardCharsets.UTF_8));
                response.addCookie(cookie(kept, -1, request));
            }
        }

        @Override
        public @Nullable SavedRequest getRequest(HttpServletRequest request, @Nullable HttpServletResponse response) {
            return kept(request).map(SimpleSavedRequest::new).orElse(null);
        }

        /** Who is there has been led on; the request itself is as good as the kept one. */
        @Override
        public @Nullable HttpServletRequest getMatchingRequest(
                HttpServletRequest request, HttpServletResponse response) {
            if (kept(request).filter(address(request)::equals).isPresent()) {
                removeRequest(request, response);
            }
            return null;
        }

        @Override
        public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
            response.addCookie(cookie("", 0, request));
        }

        private static Optional<String> kept(HttpServletRequest request) {
            return Optional.ofNullable(WebUtils.getCookie(request, HostCookies.name(COOKIE, request.isSecure())))
                    .flatMap(cookie -> decoded(cookie.getValue()))
                    .filter(AskedFor::isHere);
        }

        private static Optional<String> decoded(String value) {
            try {
                return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException madeUp) {
                return Optional.empty();
            }
        }

        private static boolean isHere(String address) {
            return HERE.matcher(address).matches();
        }

        private static String address(HttpServletRequest request) {
            var path =
                    request.getRequestURI().substring(request.getContextPath().length());
            return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
        }

        private static Cookie cookie(String value, int seconds, HttpServletRequest request) {
            return HostCookies.ofBrowser(COOKIE, value, seconds, request);
        }
    }
}
