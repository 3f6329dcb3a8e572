package gm.sharing.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import gm.sharing.PagesApplication;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What people read after a fault. */
@PagesApplication
class FaultPageIntegrationTests {

    @Autowired
    MockMvc web;

    /** As a server asks for the page, with what was found out of the request that failed. */
    private static MockHttpServletRequest afterFault(MockHttpServletRequest request) {
        try {
            new FaultNumbers().doFilter(request, new MockHttpServletResponse(), (asked, answer) -> {
                throw new IllegalStateException("It failed.");
            });
        } catch (IOException | ServletException e) {
            throw new IllegalStateException(e);
        }
        request.setDispatcherType(DispatcherType.ERROR);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/projects");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
        return request;
    }

    @ParameterizedTest
    @CsvSource({"GET,false", "POST,true"})
    void saysThatAChangeMayBeLostOnlyToThoseWhoSentOne(String method, boolean said) throws Exception {
        var page = web.perform(request(HttpMethod.valueOf(method), "/error")
                        .accept(MediaType.TEXT_HTML)
                        .with(user("lead.manchester"))
                        .with(csrf())
                        .with(FaultPageIntegrationTests::afterFault))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("Sorry, something went wrong", "Try again in a few minutes.", "<strong>");
        assertThat(page.contains("may not have been saved")).isEqualTo(said);
    }
}
