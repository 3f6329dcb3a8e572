package gm.sharing.workflow.access;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.springframework.http.HttpHeaders;

/** Behind TLS every cookie travels by TLS only; the web applications can be told so for all requests or for none. */
final class SecureCookies extends HttpServletResponseWrapper {

    private static final String SECURE = "Secure";

    SecureCookies(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void addHeader(String name, String value) {
        super.addHeader(name, secured(name, value));
    }

    @Override
    public void setHeader(String name, String value) {
        super.setHeader(name, secured(name, value));
    }

    private static String secured(String name, String value) {
        return HttpHeaders.SET_COOKIE.equalsIgnoreCase(name) && !value.contains("; " + SECURE)
                ? value + "; " + SECURE
                : value;
    }
}
