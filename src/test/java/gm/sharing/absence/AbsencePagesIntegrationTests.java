package gm.sharing.absence;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gm.sharing.PagesApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** When somebody is away, as the page asks for it. */
@PagesApplication
class AbsencePagesIntegrationTests {

    @Autowired
    MockMvc web;

    @Test
    void saysAtOnceWhatIsMissingEachAtItsField() throws Exception {
        send("", "", "")
                .andExpect(content()
                        .string(containsString("href=\"#firstDay\">First day away: give the day, month and year.")))
                .andExpect(content()
                        .string(containsString("href=\"#lastDay\">Last day away: give the day, month and year.")))
                .andExpect(content().string(containsString("href=\"#deputy\">Deputy: choose a colleague.")))
                .andExpect(content().string(containsString("id=\"firstDay-error\"")))
                .andExpect(content().string(containsString("id=\"lastDay-error\"")))
                .andExpect(content().string(containsString("id=\"deputy-error\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "999999999", "1999", "9999999999"})
    void takesNoYearOutOfRangeAndKeepsWhatWasTyped(String year) throws Exception {
        send("4", year, "ig2.manchester")
                .andExpect(content().string(containsString("First day away: give the day, month and year.")))
                .andExpect(content().string(containsString("value=\"" + year + "\"")))
                .andExpect(content().string(not(containsString("id=\"deputy-error\""))));
    }

    private ResultActions send(String day, String year, String deputy) throws Exception {
        return web.perform(post("/absence")
                        .with(user("ig.manchester"))
                        .with(csrf())
                        .param("firstDay", day)
                        .param("firstMonth", day)
                        .param("firstYear", year)
                        .param("lastDay", day)
                        .param("lastMonth", day)
                        .param("lastYear", year)
                        .param("deputy", deputy))
                .andExpect(status().isOk());
    }
}
