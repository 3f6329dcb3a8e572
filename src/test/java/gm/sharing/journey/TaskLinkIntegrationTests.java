package gm.sharing.journey;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoApplication
class TaskLinkIntegrationTests {

    private static final String TASK = "/tasks/8b76b2a4-cc3e-11f0-9d7e-0242ac110002";

    @LocalServerPort
    int port;

    @Test
    void leadsToTheTaskAlsoAfterSigningIn() {
        var visitor = Visitor.browser(port);
        assertThat(location(visitor.get(TASK))).endsWith("/login");

        assertThat(location(visitor.signIn("lead.manchester", "demo"))).contains(TASK);
        assertThat(location(visitor.get(TASK)))
                .endsWith("/camunda/app/tasklist/default/#/?task=8b76b2a4-cc3e-11f0-9d7e-0242ac110002");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
