package gm.sharing.journeys;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;

/** Drives journeys by the REST API that Tasklist uses; each person signs in with HTTP Basic. */
public class RestDriver {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String password;

    /** @param password the same for everybody */
    public RestDriver(int port, String password) {
        this.password = password;
        address = "http://localhost:" + port + "/engine-rest";
    }

    /** Starts a project and returns its reference. */
    public String start(String person, Map<String, Object> answers) {
        var started = post(person, "/process-definition/key/sharing-project/submit-form", form(answers));
        if (started.statusCode() != 200) {
            throw new IllegalStateException(started.body());
        }
        return read(started).path("businessKey").asText();
    }

    /** Completes the person's one such task of the project as soon as it is there. */
    public void complete(String reference, String taskKey, String person, Map<String, Object> answers) {
        var task = awaitTask(reference, taskKey, person);
        var submitted = submit(task, person, answers);
        if (submitted.statusCode() != 204) {
            throw new IllegalStateException(taskKey + ": " + submitted.body());
        }
    }

    public String awaitTask(String reference, String taskKey, String person) {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> tasks(reference, taskKey, person), tasks -> tasks.size() == 1)
                .get(0)
                .path("id")
                .asText();
    }

    /** What the person sees of the project's tasks of this kind. */
    JsonNode tasks(String reference, String taskKey, String person) {
        return read(get(
                person,
                "/task?processInstanceBusinessKey=" + encoded(reference) + "&taskDefinitionKey=" + encoded(taskKey)));
    }

    HttpResponse<String> submit(String task, String person, Map<String, Object> answers) {
        return post(person, "/task/" + task + "/submit-form", form(answers));
    }

    HttpResponse<String> get(String person, String path) {
        return send(request(person, path).GET());
    }

    public HttpResponse<String> post(String person, String path, String body) {
        return send(
                request(person, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    /** As Tasklist submits: texts, booleans and numbers with their type, lists and groups as Json. */
    public static String form(Map<String, Object> answers) {
        ObjectNode variables = JSON.createObjectNode();
        answers.forEach((key, value) -> {
            var variable = variables.putObject(key);
            if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
                variable.put("value", JSON.valueToTree(value).toString()).put("type", "Json");
            } else {
                variable.set("value", JSON.valueToTree(value));
            }
        });
        return JSON.createObjectNode().set("variables", variables).toString();
    }

    private HttpRequest.Builder request(String person, String path) {
        var credentials = person + ":" + password;
        return HttpRequest.newBuilder(URI.create(address + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(response.body(), e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
