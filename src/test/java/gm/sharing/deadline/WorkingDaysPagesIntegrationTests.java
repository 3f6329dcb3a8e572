package gm.sharing.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gm.sharing.Dates;
import gm.sharing.PagesApplication;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

/** The page of bank holidays, on a Monday in June 2021. */
@PagesApplication
class WorkingDaysPagesIntegrationTests {

    private static final LocalDate MONDAY = LocalDate.of(2021, 6, 7);

    @Autowired
    BankHolidays bankHolidays;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MockMvc web;

    @BeforeEach
    void itIsMonday() {
        ClockUtil.setCurrentTime(
                Date.from(MONDAY.atTime(9, 0).atZone(Dates.LONDON).toInstant()));
    }

    @AfterEach
    void takeAllBack() {
        database.update("delete from bank_holiday");
        ClockUtil.reset();
    }

    @Test
    void showsTheDaysToEverybodyAndTheFormToAdministrators() throws Exception {
        bankHolidays.add(LocalDate.of(2021, 6, 9), "Jubilee <b>", person("admin"));

        for (var reader : List.of("ig.bury", "lead.manchester", "owner")) {
            web.perform(get("/working-days").with(user(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Wednesday 9 June 2021")))
                    .andExpect(content().string(containsString("Jubilee &lt;b&gt;")))
                    .andExpect(content().string(not(containsString("Add a bank holiday"))));
        }
        web.perform(get("/working-days").with(user("admin")))
                .andExpect(content().string(containsString("Add a bank holiday")))
                .andExpect(content().string(containsString("Take back")));
        web.perform(get("/working-days").accept(MediaType.TEXT_HTML)).andExpect(status().is3xxRedirection());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ig.bury", "lead.manchester", "owner", "board"})
    void letsNobodyElseChangeThem(String other) throws Exception {
        bankHolidays.add(LocalDate.of(2021, 6, 9), "Jubilee", person("admin"));

        web.perform(post("/working-days")
                        .with(user(other))
                        .with(csrf())
                        .param("day", "10")
                        .param("month", "6")
                        .param("year", "2021")
                        .param("name", "Holiday"))
                .andExpect(status().isForbidden());
        web.perform(post("/working-days/take-back")
                        .with(user(other))
                        .with(csrf())
                        .param("day", "2021-06-09"))
                .andExpect(status().isForbidden());

        assertThat(bankHolidays.coming()).hasSize(1);
    }

    @Test
    void addsAndTakesBackOnThePage() throws Exception {
        web.perform(add("9", "6", "2021", "Jubilee")).andExpect(redirectedUrl("/working-days"));
        assertThat(bankHolidays.coming()).singleElement().satisfies(day -> {
            assertThat(day.day()).isEqualTo("2021-06-09");
            assertThat(day.added().person()).isEqualTo("admin");
        });

        web.perform(post("/working-days/take-back")
                        .with(user("admin"))
                        .with(csrf())
                        .param("day", "2021-06-09"))
                .andExpect(redirectedUrl("/working-days"));

        assertThat(bankHolidays.coming()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "7, 6, 2021, Jubilee, 'Give a day after today, within 3 years.'",
        "8, 6, 2024, Jubilee, 'Give a day after today, within 3 years.'",
        "12, 6, 2021, Jubilee, 'Nobody works on Saturday 12 June 2021 anyway.'",
        "30, 8, 2021, Jubilee, 'Nobody works on Monday 30 August 2021 anyway.'",
        "31, 6, 2021, Jubilee, 'Give a day, a month and a year'",
        "x, 6, 2021, '', 'Say what the day is for'",
        "x, 6, 2021, '', 'Give a day, a month and a year, such as 27 3 2027.'",
        "9, 6, 2021, ' ', 'Say what the day is for'"
    })
    void saysWhatIsWrongAndKeepsWhatWasTyped(String day, String month, String year, String name, String said)
            throws Exception {
        web.perform(add(day, month, year, name))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(said)))
                .andExpect(content().string(containsString("value=\"" + day + "\"")));

        assertThat(bankHolidays.coming()).isEmpty();
    }

    private static RequestBuilder add(String day, String month, String year, String name) {
        return post("/working-days")
                .with(user("admin"))
                .with(csrf())
                .param("day", day)
                .param("month", month)
                .param("year", year)
                .param("name", name);
    }

    private Person person(String id) {
        return people.find(id).orElseThrow();
    }
}
