package gm.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import gm.sharing.organisation.Person;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever is sent to a page, the answer says that it cannot be done, and never that the service failed. */
@DemoApplication
@Tag("strict-database")
class HostileInputIntegrationTests {

    private static final String LONG = "word ".repeat(1_200);

    private static final List<String> VALUES = List.of(
            "",
            "\u0000",
            "a\u0000b",
            "\u001B[2J\r\nSet-Cookie: x=y",
            "\uFFFF",
            "\u202Egnp.exe",
            "\u00A0\u200B",
            "'\"; drop table project; --",
            "%_\\%",
            "${7*7}{{7*7}}#{7*7}*{7*7}__${7*7}__",
            "../../../../etc/passwd",
            "-1",
            "85899346",
            "2147483647",
            "99999999999999999999",
            "NaN",
            "2026-02-31",
            "+1000000000-01-01",
            LONG);

    private static final List<String> SOME = List.of("", "a\u0000b", "\u202Egnp.exe", "85899346", LONG);

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping pages;

    @LocalServerPort
    int port;

    @Test
    void failsAtNoPageWithWhateverIsAskedOrSent() {
        Map<String, Integer> answers = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        var nobody = Visitor.browser(port);
        var lead = Visitor.signedIn(port, "lead.manchester");
        var token = lead.token("/absence");
        int handlers = 0;
        Set<Class<?>> records = new HashSet<>();
        for (var mapping : pages.getHandlerMethods().entrySet()) {
            var handler = mapping.getValue();
            if (!handler.getBeanType().getName().startsWith("gm.sharing.")) {
                continue;
            }
            handlers++;
            var methods = mapping.getKey().getMethodsCondition().getMethods();
            boolean posts = methods.contains(RequestMethod.POST);
            var names = Arrays.stream(handler.getMethodParameters())
                    .flatMap(HostileInputIntegrationTests::fieldsOf)
                    .toList();
            // The fields of a record are read alike on each page that has it.
            boolean known = Arrays.stream(handler.getMethodParameters())
                    .map(MethodParameter::getParameterType)
                    .filter(type -> type.isRecord() && type != Person.class)
                    .anyMatch(type -> !records.add(type));
            var values = known ? SOME : VALUES;
            for (String pattern : mapping.getKey().getPatternValues()) {
                var paths = paths(pattern);
                // Whoever has not signed in is sent to sign in before anything of theirs is read.
                var visitors = isClosed(nobody.get(paths.get(0))) ? List.of(lead) : List.of(nobody, lead);
                for (String path : paths) {
                    // Each odd field once, each odd path once.
                    for (var fields : path.equals(paths.get(0)) ? fields(names, values) : List.of(fields(Map.of()))) {
                        for (var visitor : visitors) {
                            int status = posts && visitor == lead
                                    ? lead.post(token, path, fields).statusCode()
                                    : visitor.get(path + query(fields)).statusCode();
                            answers.merge(Integer.toString(status), 1, Integer::sum);
                            if (status >= 500) {
                                failures.add((posts ? "POST " : "GET ") + path + " " + shortened(fields));
                            }
                        }
                    }
                }
            }
        }

        System.out.printf("Hostile input: %d handlers, answers by status %s%n", handlers, answers);
        assertThat(failures).isEmpty();
        assertThat(handlers).isGreaterThan(25);
    }

    /** Of a record each part, of a whole form some that forms have. */
    private static Stream<String> fieldsOf(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        if (type.isRecord() && type != Person.class) {
            return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName);
        }
        if (MultiValueMap.class.isAssignableFrom(type)) {
            return Stream.of("day", "month", "year", "reason", "_draft", "_do", "_steps");
        }
        return parameter.hasParameterAnnotation(RequestParam.class)
                ? Stream.of(parameter.getParameter().getName())
                : Stream.empty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /register?words=%zz HTTP/1.1",
                "GET /register?words=%C3%28 HTTP/1.1",
                "GET /register?words=%ED%A0%80 HTTP/1.1",
                "GET /register/%00 HTTP/1.1",
                "GET /register/%C0%AE%C0%AE/ HTTP/1.1",
                "GET /register/SJ-2026-0001%0d%0aX: HTTP/1.1",
                "GET /register?page=1&page=2&page=a HTTP/1.1",
                "GET /register?words[]=a&words[x]=b HTTP/1.1",
                "GET /register?page=&words HTTP/1.1",
                "GET /error HTTP/1.1",
                "GET /error?status=500&trace=true HTTP/1.1",
                "PUT /register HTTP/1.1",
                "DELETE /register/SJ-2026-0001 HTTP/1.1",
                "TRACE /register HTTP/1.1",
                "OPTIONS /register HTTP/1.1",
                "PROPFIND /register HTTP/1.1",
                "HEAD /register?page=85899346 HTTP/1.1",
                "POST /register HTTP/1.1",
                "POST /register/check HTTP/1.1",
                "GET /register//check;x=y HTTP/1.1",
                "GET /static/%2e%2e/application.yaml HTTP/1.1",
                "GET /webjars/nothing HTTP/1.1",
                "GET /login?error=%00&logout=%00 HTTP/1.1"
            })
    void answersOddRequestsOfAnybodyWithoutFailing(String line) throws IOException {
        for (String headers : List.of(
                "",
                "Accept: application/pdf\r\n",
                "Accept: nonsense\r\n",
                "Accept: application/json\r\n",
                "Content-Type: nonsense\r\n",
                "Content-Type: multipart/form-data\r\n",
                "Content-Type: multipart/form-data; boundary=" + "b".repeat(200) + "\r\n",
                "Accept-Language: \u00e9;q=9\r\nRange: bytes=9-1\r\n",
                "Cookie: JSESSIONID=%00; x\r\nIf-Modified-Since: never\r\n",
                "X-Forwarded-Host: a b\r\nX-Forwarded-Port: x\r\nX-Forwarded-Proto: gopher\r\n")) {
            var answer =
                    raw(line + "\r\nHost: localhost\r\n" + headers + "Content-Length: 0\r\nConnection: close\r\n\r\n");

            assertThat(answer)
                    .as(line + " " + headers)
                    .matches("(?s)HTTP/1.1 [234].*")
                    .doesNotContain("Exception", "java.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000.pdf", "../../x.pdf", "\u202Efdp.exe", "", "\uFFFF"})
    void checksAFileWhateverItsNameIs(String name) throws IOException {
        for (String field : List.of("file", "f\u0000ile", "x".repeat(2_000))) {
            var body = "--b\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                    + "\"\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n--b--\r\n";
            var answer = raw(
                    "POST /register/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                            + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length
                            + "\r\nConnection: close\r\n\r\n" + body);

            assertThat(answer).matches("(?s)HTTP/1.1 [24].*").doesNotContain("Exception");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "lead\u0000.manchester", "\uFFFF", "a\r\nb", "%00", "' or '1'='1"})
    void signsNobodyInByAnOddName(String name) {
        assertThat(Visitor.browser(port).signIn(name, "demo").headers().firstValue("Location"))
                .get()
                .asString()
                .endsWith("/login?error");
        assertThat(Visitor.browser(port).signIn("lead.manchester", name).statusCode())
                .isEqualTo(302);
        assertThat(Visitor.program(port, name.replace('\r', ' ').replace('\n', ' '))
                        .getJson("/engine-rest/task")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void signsNobodyInWithFieldsThatNoPageSends() {
        for (var fields : List.of(
                List.<Map.Entry<String, String>>of(),
                List.of(Map.entry("username", "nobody.at.all")),
                List.of(Map.entry("password", "demo")),
                List.of(Map.entry("username[0]", "lead.manchester"), Map.entry("password[0]", "demo")),
                List.of(
                        Map.entry("username", "nobody.at.all"),
                        Map.entry("username", "lead.manchester"),
                        Map.entry("password", "demo")),
                List.of(Map.entry("username", "x".repeat(40_000)), Map.entry("password", "demo")),
                List.of(Map.entry("username", "a" + "\u0301\u0316".repeat(80_000)), Map.entry("password", "demo")),
                List.of(Map.entry("username", "nobody.at.all"), Map.entry("password", "x".repeat(40_000))))) {
            var answer = assertTimeout(
                    Duration.ofSeconds(15), () -> Visitor.browser(port).submit("/login", "/login", fields));

            assertThat(answer.headers().firstValue("Location"))
                    .as("%.100s", fields)
                    .get()
                    .asString()
                    .contains("/login?");
        }
    }

    @Test
    void refusesMoreWordsThanAnybodyLooksFor() {
        assertThat(Visitor.browser(port)
                        .get("/register?words=" + "w+".repeat(2_300))
                        .statusCode())
                .isEqualTo(400);
        assertThat(Visitor.browser(port).get("/register?words=a%00b"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
                .satisfies(answer -> assertThat(answer.body()).contains("Words: character 2 (U+0000) cannot be shown"));
        assertThat(Visitor.browser(port).get("/register?page=85899346").statusCode())
                .isEqualTo(200);
    }

    private static boolean isClosed(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").endsWith("/login");
    }

    private static List<String> paths(String pattern) {
        if (!pattern.contains("{")) {
            return List.of(pattern);
        }
        return Stream.of(
                        "SJ-2026-0001",
                        "SJ-2026-9999",
                        "bolton",
                        "1",
                        "999999999999999999",
                        "%00",
                        "a%0Ab",
                        "%F0%9F%98%80",
                        "x".repeat(300),
                        "%2e%2e")
                .map(value -> pattern.replaceAll("\\{(?:[^{}]|\\{[^{}]*\\})*\\}", value))
                .toList();
    }

    /** Each field with each value, twice, and not at all, while the others hold something ordinary. */
    private static List<List<Map.Entry<String, String>>> fields(List<String> names, List<String> values) {
        List<List<Map.Entry<String, String>>> all = new ArrayList<>();
        all.add(fields(Map.of()));
        for (String name : names) {
            Map<String, String> fields = new LinkedHashMap<>();
            names.forEach(other -> fields.put(other, "1"));
            var twice = new ArrayList<>(fields(fields));
            twice.add(Map.entry(name, "2"));
            all.add(twice);
            for (String value : values) {
                fields.put(name, value);
                all.add(fields(fields));
            }
            fields.remove(name);
            all.add(fields(fields));
        }
        return all;
    }

    private static List<Map.Entry<String, String>> fields(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> Map.entry(field.getKey(), field.getValue()))
                .toList();
    }

    private static String query(List<Map.Entry<String, String>> fields) {
        var query = new StringBuilder();
        fields.forEach(field -> query.append(query.isEmpty() ? '?' : '&')
                .append(field.getKey())
                .append('=')
                .append(URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)));
        return query.toString();
    }

    private static String shortened(List<Map.Entry<String, String>> fields) {
        var text = fields.toString();
        return text.length() > 200 ? text.substring(0, 200) : text;
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
