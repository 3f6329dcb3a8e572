package gm.sharing.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/**
 * The cookie that says who is signed in. Behind TLS its name tells browsers to take it from this host by TLS only, so that no
 * other host of the domain can plant one; without TLS, as in the demonstration, browsers would refuse such a name.
 */
@Component
class HostCookies implements CookieSerializer {

    private static final String SESSION = "JSESSIONID";

    private final DefaultCookieSerializer plain = serializer(SESSION);
    private final DefaultCookieSerializer hostOnly = serializer(name(SESSION, true));

    /** What a cookie of this application is called. */
    static String name(String name, boolean secure) {
        return secure ? "__Host-" + name : name;
    }

    /**
     * One that a browser keeps before anybody has signed in or after they signed out: no script and no other site gets it.
     *
     * @param seconds how long; 0 takes it back, -1 keeps it until the browser is closed
     */
    static Cookie ofBrowser(String name, String value, int seconds, HttpServletRequest request) {
        Cookie cookie = new Cookie(name(name, request.isSecure()), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        return cookie;
    }

    private static DefaultCookieSerializer serializer(String name) {
        var serializer = new DefaultCookieSerializer();
        serializer.setCookieName(name);
        serializer.setCookiePath("/");
        serializer.setUseHttpOnlyCookie(true);
        serializer.setSameSite("Lax");
        return serializer;
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return of(request).readCookieValues(request);
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        of(value.getRequest()).writeCookieValue(value);
    }

    private CookieSerializer of(HttpServletRequest request) {
        return request.isSecure() ? hostOnly : plain;
    }
}
