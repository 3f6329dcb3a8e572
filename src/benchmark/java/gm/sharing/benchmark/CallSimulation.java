package gm.sharing.benchmark;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.doIfOrElse;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** Gatling's part: some clients send the calls of a file, one after the other, and note how long each answer took. */
public class CallSimulation extends Simulation {

    static final String CALLS = "benchmark.calls";
    static final String TIMES = "benchmark.times";
    static final String CLIENTS = "benchmark.clients";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Gatling makes it. */
    public CallSimulation() {
        var calls = calls();
        int clients = Integer.getInteger(CLIENTS);
        setUp(scenario("calls")
                        .exec(repeat(calls.size() / clients)
                                .on(feed(listFeeder(calls).queue()), send(), exec(CallSimulation::note)))
                        .injectOpen(atOnceUsers(clients)))
                .protocols(http.disableFollowRedirect().disableCaching());
    }

    private static ChainBuilder send() {
        return doIfOrElse(session -> session.getString("body").isEmpty())
                .then(exec(answered(http("#{kind}").get("#{url}").header("Cookie", "#{credentials}"))))
                .orElse(exec(answered(http("#{kind}")
                        .post("#{url}")
                        .header("Authorization", "#{credentials}")
                        .header("Content-Type", "application/json")
                        .body(StringBody("#{body}")))));
    }

    private static HttpRequestActionBuilder answered(HttpRequestActionBuilder request) {
        return request.check(status().in(200, 204), responseTimeInMillis().saveAs("millis"));
    }

    private static Session note(Session session) {
        if (session.isFailed()) {
            throw new IllegalStateException("A call failed");
        }
        try {
            Files.writeString(
                    Path.of(System.getProperty(TIMES)),
                    "%s;%d;%d%n"
                            .formatted(session.getString("kind"), session.getInt("round"), session.getInt("millis")),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return session;
    }

    private static List<Map<String, Object>> calls() {
        try {
            return JSON.readValue(Path.of(System.getProperty(CALLS)).toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
