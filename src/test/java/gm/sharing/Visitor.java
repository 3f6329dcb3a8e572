package gm.sharing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who uses the application over HTTP: with a browser that keeps cookies, or a program that uses HTTP Basic. */
public final class Visitor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String PASSWORD = "demo";

    private final String base;
    private final CookieManager cookies;
    private final HttpClient http;
    private final Optional<String> basic;

    private Visitor(int port, Optional<String> basic) {
        this(port, basic, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
    }

    private Visitor(int port, Optional<String> basic, CookieManager cookies) {
        this.base = "http://localhost:" + port;
        this.basic = basic;
        this.cookies = cookies;
        this.http = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** The same visitor, with the same cookies, at another node of the application. */
    public Visitor at(int otherPort) {
        return new Visitor(otherPort, basic, cookies);
    }

    /** A browser in which nobody has signed in yet. */
    public static Visitor browser(int port) {
        return new Visitor(port, Optional.empty());
    }

    /** A browser in which that account of the demonstration has signed in. */
    public static Visitor signedIn(int port, String user) {
        Visitor visitor = browser(port);
        visitor.signIn(user, PASSWORD);
        return visitor;
    }

    /** A program that sends the account of the demonstration with each request. */
    public static Visitor program(int port, String user) {
        return program(port, user, PASSWORD);
    }

    public static Visitor program(int port, String user, String password) {
        return new Visitor(
                port,
                Optional.of("Basic "
                        + Base64.getEncoder()
                                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8))));
    }

    /** A program that sends a provider's token with each request. */
    public static Visitor programWithToken(int port, String token) {
        return new Visitor(port, Optional.of("Bearer " + token));
    }

    /** Opens the sign-in page and submits its form. */
    public HttpResponse<String> signIn(String user, String password) {
        return submit("/login", "/login", Map.of("username", user, "password", password));
    }

    /** Submits a form of a page with the page's own token against forged requests. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        return submit(page, action, List.copyOf(fields.entrySet()));
    }

    /** The same with fields that may come again. */
    public HttpResponse<String> submit(String page, String action, List<Map.Entry<String, String>> fields) {
        return post(token(page), action, fields);
    }

    /** A page's token against forged requests, which holds for the whole session. */
    public String token(String page) {
        var matcher = CSRF.matcher(get(page).body());
        if (!matcher.find()) {
            throw new IllegalStateException(page + " has no form");
        }
        return matcher.group(1);
    }

    /** Submits a form with a token that a page gave before. */
    public HttpResponse<String> post(String token, String action, List<Map.Entry<String, String>> fields) {
        return post(action, fields, Map.of("X-CSRF-TOKEN", token));
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, List.copyOf(fields.entrySet()), Map.of());
    }

    /** Submits fields with headers of a browser or of whoever pretends to be one. */
    public HttpResponse<String> post(String path, List<Map.Entry<String, String>> fields, Map<String, String> headers) {
        var body = fields.stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    /** Opens a page. */
    public HttpResponse<String> get(String path) {
        return get(path, "text/html");
    }

    public HttpResponse<String> get(String path, String accept) {
        return get(path, accept, Map.of());
    }

    public HttpResponse<String> get(String path, String accept, Map<String, String> headers) {
        var request = to(path).header("Accept", accept);
        headers.forEach(request::header);
        return send(request.GET());
    }

    /** Asks for data as a script or a program does. */
    public HttpResponse<String> getJson(String path) {
        return get(path, "application/json");
    }

    public JsonNode json(String path) {
        return parse(getJson(path));
    }

    /** Sends data as Camunda's web applications do, with their token against forged requests if there is one. */
    public HttpResponse<String> send(String method, String path, Object body) {
        try {
            return sendText(method, path, JSON.writeValueAsString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #send}, with the JSON as it is. */
    public HttpResponse<String> sendText(String method, String path, String json) {
        var request = to(path).header("Content-Type", "application/json").header("Accept", "application/json");
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token.getValue()));
        return send(request.method(method, BodyPublishers.ofString(json)));
    }

    /** Sends the files as Camunda Modeler deploys them. */
    public HttpResponse<String> deploy(String name, Map<String, String> files) {
        var boundary = "----" + UUID.randomUUID();
        var body = new StringBuilder();
        Map.of(
                        "deployment-name", name,
                        "deployment-source", "Camunda Modeler",
                        "enable-duplicate-filtering", "true")
                .forEach((part, value) -> body.append("--")
                        .append(boundary)
                        .append("\r\nContent-Disposition: form-data; name=\"")
                        .append(part)
                        .append("\"\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        files.forEach((file, content) -> body.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(file)
                .append("\"; filename=\"")
                .append(file)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .append(content)
                .append("\r\n"));
        body.append("--").append(boundary).append("--\r\n");
        return send(to("/engine-rest/deployment/create")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** Chooses a file on a page and sends its form, as a browser does. */
    public HttpResponse<String> upload(String page, String name, byte[] content) {
        var matcher = CSRF.matcher(get(page).body());
        if (!matcher.find()) {
            throw new IllegalStateException(page + " has no form");
        }
        var boundary = "----" + UUID.randomUUID();
        var before = "--%s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n"
                        .formatted(boundary, matcher.group(1))
                + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n"
                        .formatted(boundary, name);
        return send(to(page).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Accept", "text/html")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(before),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
    }

    /** The same sign-in as a browser knows it behind TLS, where its cookie has another name. */
    public Visitor behindTls() {
        cookie("JSESSIONID").ifPresent(session -> keep("__Host-JSESSIONID", session.getValue()));
        return this;
    }

    /** Puts a cookie into the browser that no page of ours set. */
    public void keep(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookie.setDomain("localhost.local");
        cookies.getCookieStore().add(URI.create(base), cookie);
    }

    /** What the browser keeps of this service. */
    public List<String> cookieNames() {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getName)
                .toList();
    }

    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    /** What the browser would send with its next request. */
    public String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** A day as the three fields of a page have it, by their ids and names. */
    public static Map<String, String> day(String id, LocalDate day) {
        return Map.of(
                id + "Day", Integer.toString(day.getDayOfMonth()),
                id + "Month", Integer.toString(day.getMonthValue()),
                id + "Year", Integer.toString(day.getYear()));
    }

    public static JsonNode parse(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder to(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        basic.ifPresent(credentials -> request.header("Authorization", credentials));
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
