package gm.sharing.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gm.sharing.PagesApplication;
import gm.sharing.RoundTrips;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Sector;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Several organisations at once are looked for and ticked by their names. */
@PagesApplication
class ChosenOrganisationsIntegrationTests {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    MockMvc web;

    @Autowired
    Directory directory;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    BeanFactory beans;

    private String one = "";
    private String two = "";
    private String partnership = "";

    @BeforeEach
    void aPartnershipOfOneMember() {
        one = added("First");
        two = added("Second");
        partnership = "chosenp" + COUNT.incrementAndGet();
        directory.add(Organisation.partnership(
                new OrganisationCode(partnership),
                "Partnership " + partnership,
                Sector.OTHER,
                List.of(new OrganisationCode(one))));
    }

    @Test
    void areFoundByNameBesideThoseChosenAlreadyAndNothingIsSavedYet() throws Exception {
        var page = shown(standing("find", "members", "find-words", "second CHOSEN", "members", one));

        assertThat(page)
                .contains(ticked("members", one), unticked("members", two), "First " + one + "</label>")
                .contains("Tick each one that you want", "name=\"find-shown\" value=\"second CHOSEN\"")
                .doesNotContain("There is a problem", "id=\"members-" + partnership);
        assertThat(members()).containsExactly(one);
    }

    @Test
    void areLookedForAlsoWhenSomebodyPressesEnterAfterWritingWords() throws Exception {
        assertThat(shown(standing("find-words", "Second " + two, "find-shown", "", "members", one)))
                .contains(unticked("members", two));
    }

    @Test
    void areSavedWhenTickedAndTakenOutWhenNoLonger() throws Exception {
        web.perform(standing("find-words", "x", "find-shown", "x", "members", one, "members", two))
                .andExpect(status().is3xxRedirection());
        assertThat(members()).containsExactly(one, two);

        web.perform(standing("members", two)).andExpect(status().is3xxRedirection());
        assertThat(members()).containsExactly(two);
    }

    @Test
    void stayTickedWhenSomethingElseIsRefused() throws Exception {
        assertThat(shown(standing("members", one, "members", two, "sector", "PIRATES")))
                .contains("href=\"#sector\"", ticked("members", one), ticked("members", two));
        assertThat(shown(standing()))
                .contains("href=\"#members\"", "id=\"members\"", "name at least one")
                .doesNotContain("id=\"members-" + one);
        assertThat(members()).containsExactly(one);
    }

    @Test
    void areOnlyThoseThatCanBeNamed() throws Exception {
        new ChangedOrganisations(beans)
                .change(two, "succession", "succeeded-on", "2026-04-01", "successor", added("Third"));

        assertThat(shown(standing("find", "members", "find-words", "chosen", "members", one)))
                .contains("id=\"members-")
                .doesNotContain("id=\"members-" + two + "\"", "id=\"members-" + partnership);
        assertThat(shown(standing("find", "members", "find-words", "Atlantis", "members", one)))
                .contains("No other organisation that can be chosen has “Atlantis” in its name or code.");
    }

    @Test
    void areChosenSoForANewOneAndForASplit() throws Exception {
        assertThat(shown(post("/add-organisation")
                        .param("find", "members")
                        .param("find-words", one)
                        .param("name", "Typed before")
                        .param("members", "")
                        .param("members", two)))
                .contains("value=\"Typed before\"", ticked("members", two), unticked("members", one));
        assertThat(shown(post("/organisations/" + one + "/succession")
                        .param("version", "0")
                        .param("find", "also-succeeded-by")
                        .param("find-words", partnership)
                        .param("successor", two)
                        .param("also-succeeded-by", "")))
                .contains(unticked("also-succeeded-by", partnership));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin.bolton", "lead.manchester", "ig.bolton", "owner"})
    void areFoundByTheServicesAdministratorsOnly(String other) throws Exception {
        web.perform(standing("find", "members").with(user(other))).andExpect(status().isForbidden());
        web.perform(post("/add-organisation").with(csrf()).with(user(other)).param("find", "members"))
                .andExpect(status().isForbidden());
    }

    @Test
    void areShownByFiftyAndAskForAsMuchOfTheDatabaseAmongFiveHundredAsAmongFew() throws Exception {
        int few = trips();

        transaction.executeWithoutResult(status -> {
            IntStream.range(0, 500)
                    .forEach(number -> directory.add(Organisation.legalEntity(
                            new OrganisationCode("many" + number), "Many Surgery " + number, Sector.GP_PRACTICE)));
            status.setRollbackOnly();
            try {
                var page = shown(standing("find", "members", "find-words", "many surgery", "members", one));
                assertThat(page).contains("500 found. The first 50 are shown");
                assertThat(page.split("name=\"members\" value=\"many", -1)).hasSize(1 + 50);
                assertThat(trips()).isLessThanOrEqualTo(few);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private int trips() {
        var ways = RoundTrips.of(() -> {
            try {
                shown(standing("find", "members", "find-words", "surgery", "members", one));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        return (int) ways.stream().filter(way -> way.contains("select")).count();
    }

    private List<String> members() {
        return directory.get(new OrganisationCode(partnership)).members().stream()
                .map(OrganisationCode::value)
                .toList();
    }

    /** The page of the partnership as a browser sends it: key, value, key, value. */
    private MockHttpServletRequestBuilder standing(String... typed) {
        var request = post("/organisations/" + partnership + "/standing")
                .with(csrf())
                .with(user("admin"))
                .param(
                        "version",
                        String.valueOf(
                                directory.get(new OrganisationCode(partnership)).version()))
                .param("members", "")
                .param("host", "")
                .param("acted-for-by", "");
        var sector = "OTHER";
        for (int at = 0; at < typed.length; at += 2) {
            if (typed[at].equals("sector")) {
                sector = typed[at + 1];
            } else {
                request.param(typed[at], typed[at + 1]);
            }
        }
        return request.param("sector", sector);
    }

    private String shown(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(csrf()).with(user("admin")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String ticked(String field, String code) {
        return "type=\"checkbox\" checked=\"checked\" id=\"%1$s-%2$s\" name=\"%1$s\" value=\"%2$s\""
                .formatted(field, code);
    }

    private static String unticked(String field, String code) {
        return "type=\"checkbox\" id=\"%1$s-%2$s\" name=\"%1$s\" value=\"%2$s\"".formatted(field, code);
    }

    private String added(String name) {
        var code = "chosen" + COUNT.incrementAndGet();
        directory.add(Organisation.legalEntity(new OrganisationCode(code), name + " " + code, Sector.OTHER));
        return code;
    }
}
