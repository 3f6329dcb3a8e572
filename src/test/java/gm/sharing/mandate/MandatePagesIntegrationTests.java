package gm.sharing.mandate;

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

import gm.sharing.PagesApplication;
import gm.sharing.Visitor;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** On the page of an organisation's mandates its signatories give them, and those whom they concern see and end them. */
@PagesApplication
class MandatePagesIntegrationTests {

    private static final OrganisationCode ROCHDALE = new OrganisationCode("rochdale");
    private static final String PAGE = "/organisations/rochdale/mandates";

    @Autowired
    MockMvc web;

    @Autowired
    Mandates mandates;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forgetThem() {
        jdbc.sql("delete from mandate where organisation = 'rochdale'").update();
    }

    @Test
    void lettingOfficersSignIsGivenSeenAndRevoked() throws Exception {
        as("signatory.rochdale", giving("SIRO", LocalDate.now().plusMonths(6))).andExpect(redirectedUrl(PAGE));

        var mandate = mandates.of(ROCHDALE).get(0);
        assertThat(mandates.inForce(ROCHDALE))
                .singleElement()
                .extracting(Mandate::id)
                .isEqualTo(mandate.id());
        assertThat(event()).extracting(Event::who, Event::type).containsExactly("signatory.rochdale", "mandate.given");
        assertThat(event().what()).contains("SIRO, gave its IG officers", "The title; Other organisations that join");
        as("ig.rochdale", get(PAGE))
                .andExpect(content().string(containsString("In force")))
                .andExpect(content().string(containsString("Other organisations that join or leave")))
                .andExpect(content().string(not(containsString("Revoke<"))))
                .andExpect(content().string(not(containsString("Give this mandate"))));
        as("ig.rochdale", post(PAGE + "/" + mandate.id() + "/revoke")).andExpect(status().isForbidden());
        as("signatory.bury", post("/organisations/bury/mandates/" + mandate.id() + "/revoke"))
                .andExpect(status().isNotFound());

        as("signatory.rochdale", post(PAGE + "/" + mandate.id() + "/revoke")).andExpect(redirectedUrl(PAGE));

        assertThat(mandates.inForce(ROCHDALE)).isEmpty();
        assertThat(event()).extracting(Event::who, Event::type).containsExactly("signatory.rochdale", "mandate.ended");
        as("admin", get(PAGE)).andExpect(content().string(containsString("Revoked by ")));
        as("signatory.rochdale", post(PAGE + "/" + mandate.id() + "/revoke")).andExpect(redirectedUrl(PAGE));
        assertThat(trail.latest(Directory.EVENTS, ROCHDALE, 10).stream()
                        .filter(event -> event.type().equals("mandate.ended"))
                        .count())
                .as("told once, however often the button is pressed")
                .isEqualTo(1);
    }

    @Test
    void keepsWhatWasTypedAndSaysAllThatIsWrongAtItsField() throws Exception {
        as(
                        "signatory.rochdale",
                        post(PAGE)
                                .param("kinds", "lawful-basis", "title")
                                .param("post", "Chief <b>officer</b>")
                                .param("fromDay", "31")
                                .param("fromMonth", "6"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("What may be signed? Tick only kinds of change")))
                .andExpect(content().string(containsString("First day: give the day, month and year.")))
                .andExpect(content().string(containsString("Last day: give the day, month and year.")))
                .andExpect(content().string(containsString("value=\"Chief &lt;b&gt;officer&lt;/b&gt;\"")))
                .andExpect(content().string(containsString("<a href=\"#fromDay\">First day: ")))
                .andExpect(content().string(containsString("value=\"31\"")))
                .andExpect(content().string(containsString("value=\"title\" checked=\"checked\"")))
                .andExpect(content().string(containsString("aria-describedby=\"kinds-hint kinds-error\"")));
        assertThat(mandates.of(ROCHDALE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // who, whose: sees them, gives one (here without saying which, so that nothing is given)
        "signatory.rochdale, rochdale, 200, 200",
        "ig.rochdale, rochdale, 200, 403",
        "admin.bolton, bolton, 200, 403",
        "admin, rochdale, 200, 403",
        "admin.bolton, rochdale, 403, 403",
        "signatory.bolton, rochdale, 403, 403",
        "ig.bolton, rochdale, 403, 403",
        // Bolton Council acts for Bolton CVS, and gives nothing away that is not its own.
        "signatory.bolton, boltoncvs, 403, 403",
        "ig.bolton, boltoncvs, 403, 403",
        "dpo.rochdale, rochdale, 403, 403",
        "caldicott.rochdale, rochdale, 403, 403",
        "lead.manchester, manchester, 403, 403",
        "board, rochdale, 403, 403",
        "owner, rochdale, 403, 403",
        "admin, atlantis, 404, 403"
    })
    void areForThoseWhoSignReviewOrAdministerThere(String who, String whose, int sees, int gives) throws Exception {
        var page = "/organisations/" + whose + "/mandates";
        as(who, get(page)).andExpect(status().is(sees));
        as(who, post(page)).andExpect(status().is(whose.equals("atlantis") ? 404 : gives));
        web.perform(post(page).with(user(who))).andExpect(status().isForbidden());
        web.perform(get(page).accept("text/html")).andExpect(redirectedUrl("http://localhost/login"));
    }

    @Test
    void endsByItselfAndOnRecordWhenItsDaysAreOver() throws Exception {
        as("signatory.rochdale", giving("SIRO", LocalDate.now().plusMonths(6)));
        jdbc.sql("update mandate set first_day = :first, last_day = :last")
                .param("first", LocalDate.now().minusDays(9))
                .param("last", LocalDate.now().minusDays(1))
                .update();
        assertThat(mandates.inForce(ROCHDALE)).isEmpty();
        as("ig.rochdale", get(PAGE)).andExpect(content().string(containsString(">Over<")));

        mandates.endThoseOver();
        mandates.endThoseOver();

        assertThat(mandates.of(ROCHDALE).get(0).endedBecause()).contains(Ending.RAN_OUT);
        assertThat(event()).extracting(Event::who, Event::type).containsExactly(Event.SYSTEM, "mandate.ended");
        assertThat(event().what()).contains("ended, because its last day passed");
        as("ig.rochdale", get(PAGE)).andExpect(content().string(containsString("because its last day passed")));
    }

    @Test
    void leadsToTheMandatesOfOnesOwnOrganisation() throws Exception {
        as("signatory.rochdale", get("/mandates")).andExpect(redirectedUrl(PAGE));
        as("signatory.rochdale", get("/projects")).andExpect(content().string(containsString("href=\"/mandates\"")));
        as("dpo.rochdale", get("/projects")).andExpect(content().string(not(containsString("href=\"/mandates\""))));
        as("dpo.rochdale", get("/mandates")).andExpect(status().isForbidden());
        as("board", get("/mandates")).andExpect(status().isForbidden());
        as("admin", get("/organisations/rochdale")).andExpect(content().string(containsString("href=\"" + PAGE)));
    }

    private Event event() {
        return trail.latest(Directory.EVENTS, ROCHDALE, 1).get(0);
    }

    private static MockHttpServletRequestBuilder giving(String post, LocalDate until) {
        var request = post(PAGE).param("kinds", "partner", "title").param("post", post);
        Visitor.day("from", LocalDate.now()).forEach(request::param);
        Visitor.day("until", until).forEach(request::param);
        return request;
    }

    private ResultActions as(String who, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(user(who)).with(csrf()));
    }
}
