package gm.sharing.workflow.access;

import gm.sharing.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is sent to the door of the engine, byte for byte. */
abstract class AtTheEngineDoor {

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    DoorList list;

    final HttpClient http = HttpClient.newHttpClient();

    static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable asked) {
        org.assertj.core.api.Assertions.assertThatThrownBy(asked)
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("expression");
    }

    /** The web applications are asked with the session of somebody who signed in, everything else with HTTP Basic. */
    HttpResponse<String> send(String method, String path, String account, String body) {
        if (path.startsWith("/camunda") && !account.isEmpty()) {
            return browser(account).sendText(method, path, body);
        }
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
        if (!account.isEmpty()) {
            request.header("Authorization", basic(account));
        }
        return http.sendAsync(
                        request.method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString())
                .join();
    }

    final Map<String, Visitor> browsers = new ConcurrentHashMap<>();

    Visitor browser(String account) {
        return browsers.computeIfAbsent(account, person -> {
            var visitor = Visitor.signedIn(port, person);
            visitor.get("/camunda/app/tasklist/default/");
            return visitor;
        });
    }

    /** Sends the address as it stands here, which no HTTP client does. */
    int raw(String method, String target, String account) throws IOException {
        try (var socket = new java.net.Socket("localhost", port)) {
            socket.getOutputStream()
                    .write((method + " " + target + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: "
                                    + basic(account) + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            var line = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(line.substring(9, 12));
        }
    }

    static String basic(String account) {
        return "Basic " + Base64.getEncoder().encodeToString((account + ":demo").getBytes(StandardCharsets.UTF_8));
    }
}
