package gm.sharing.fault;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FaultNumbersTests {

    private static final String SECRET = "insert into project values ('SECRETTEXT about a child')";

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/camunda/api/engine/engine/default/task/1/submit-form"})
    void tellsProgramsANumberInsteadOfTheEnginesWords(String path) throws Exception {
        var request = new MockHttpServletRequest("POST", path);

        var answer = answered(request, (asked, response) -> {
            ((HttpServletResponse) response).setStatus(500);
            response.setContentLength(SECRET.length());
            response.getOutputStream().write(SECRET.getBytes());
            response.flushBuffer();
        });

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getContentAsString())
                .contains("the number " + request.getAttribute("faultNumber"))
                .doesNotContain("SECRETTEXT", "insert");
        assertThat(answer.getContentLength()).isEqualTo(answer.getContentAsByteArray().length);
    }

    @ParameterizedTest
    @CsvSource({"POST,true", "PUT,true", "PATCH,true", "DELETE,true", "GET,false", "HEAD,false", "OPTIONS,false"})
    void tellsOnlyThoseWhoMayHaveChangedSomethingThatItMayNotBeSaved(String method, boolean told) throws Exception {
        var request = new MockHttpServletRequest(method, "/engine-rest/task");

        var answer = answered(request, (asked, response) -> ((HttpServletResponse) response).setStatus(500));

        assertThat(answer.getContentAsString().contains("may not be saved")).isEqualTo(told);
        assertThat(request.getAttribute("mayChange")).isEqualTo(told);
    }

    @Test
    void leavesEveryOtherAnswerAsItIs() throws Exception {
        var answer = answered(new MockHttpServletRequest("GET", "/engine-rest/task"), (asked, response) -> {
            ((HttpServletResponse) response).setStatus(400);
            response.getWriter().write("Reason: must be filled in.");
        });

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).isEqualTo("Reason: must be filled in.");
    }

    @Test
    void leadsPeopleToThePageForFaultsAndKeepsTheNumberForIt() throws Exception {
        var request = new MockHttpServletRequest("GET", "/projects");

        var answer = answered(request, (asked, response) -> {
            assertThat(MDC.get("request")).isEqualTo(asked.getAttribute("faultNumber"));
            throw new IllegalStateException(SECRET);
        });

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getErrorMessage()).isNull();
        assertThat(request.getAttribute("faultNumber")).asString().matches("[0-9A-Z]{6}");
        assertThat(MDC.get("request")).isNull();
    }

    private static MockHttpServletResponse answered(MockHttpServletRequest request, FilterChain chain)
            throws Exception {
        var answer = new MockHttpServletResponse();
        new FaultNumbers().doFilter(request, answer, chain);
        return answer;
    }
}
