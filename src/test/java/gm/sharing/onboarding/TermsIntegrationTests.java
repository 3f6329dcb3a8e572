package gm.sharing.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.onboarding.TermsRecord.Acceptance;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The terms of the framework: who accepts them for whom, what is kept of it, and when they are asked for again. */
@PagesApplication
class TermsIntegrationTests {

    private static final OrganisationCode WIGAN = new OrganisationCode("wigan");
    private static final OrganisationCode BURY = new OrganisationCode("bury");
    private static final OrganisationCode OLDHAM = new OrganisationCode("oldham");

    @Autowired
    MockMvc web;

    @Autowired
    AcceptedTerms accepted;

    @Autowired
    TermsRecord terms;

    @Autowired
    Checklists checklists;

    @Autowired
    Directory directory;

    @Autowired
    AuditTrail trail;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        // who, whose terms: reads them, accepts them (here without a tick, so that nothing is accepted)
        "admin.bolton, bolton, 200, 200",
        "signatory.bolton, bolton, 200, 200",
        "admin, bolton, 200, 403",
        "admin.bolton, salford, 403, 403",
        "signatory.bolton, salford, 403, 403",
        "signatory.bolton, boltoncvs, 200, 403",
        "admin.salford, bolton, 403, 403",
        "ig.bolton, bolton, 403, 403",
        "dpo.bolton, bolton, 403, 403",
        "caldicott.bolton, bolton, 403, 403",
        "lead.manchester, manchester, 403, 403",
        "board, bolton, 403, 403",
        "ethics, bolton, 403, 403",
        "owner, bolton, 403, 403",
        "admin, atlantis, 404, 404",
        "admin.bolton, atlantis, 403, 403"
    })
    void areForTheOrganisationsOwnAdministratorsAndSignatories(String who, String whose, int read, int accept)
            throws Exception {
        var page = "/organisations/" + whose + "/terms";
        as(who, get(page)).andExpect(status().is(read));
        as(who, post(page).with(csrf()).param("digest", Terms.now().digest())).andExpect(status().is(accept));
        web.perform(post(page).with(user(who)).param("accept", "true")).andExpect(status().isForbidden());
        web.perform(get(page).accept("text/html")).andExpect(redirectedUrl("http://localhost/login"));
    }

    @Test
    void areAcceptedWithWhoInWhichRoleWhenVersionAndDigest() throws Exception {
        var before = Instant.now();
        assertThat(state(WIGAN)).isEqualTo(ItemState.NOT_YET);

        as("signatory.wigan", accepting("wigan", Terms.now().digest()))
                .andExpect(redirectedUrl("/organisations/wigan/terms"));

        assertThat(terms.of(WIGAN)).singleElement().satisfies(acceptance -> {
            assertThat(acceptance.terms()).isEqualTo(Terms.now());
            assertThat(acceptance.digest()).isEqualTo(Terms.now().digest());
            assertThat(acceptance.by().person()).isEqualTo("signatory.wigan");
            assertThat(acceptance.role()).isEqualTo("Signatory");
            assertThat(acceptance.by().at()).isBetween(before, Instant.now().plusSeconds(1));
        });
        assertThat(trail.latest(Directory.EVENTS, WIGAN, 1)).singleElement().satisfies(event -> {
            assertThat(event).extracting(Event::who, Event::type).containsExactly("signatory.wigan", "terms.accepted");
            assertThat(event.what()).contains("version " + Terms.now().version());
        });
        assertThat(state(WIGAN)).isEqualTo(ItemState.DONE);
        as("signatory.wigan", get("/organisations/wigan/terms"))
                .andExpect(content().string(not(containsString("Accept the terms"))))
                .andExpect(content().string(containsString("Signatory, ")))
                .andExpect(content().string(containsString(Terms.now().digest())));

        as("signatory.wigan", accepting("wigan", Terms.now().digest()));
        assertThat(terms.of(WIGAN)).hasSize(1);
    }

    @Test
    void areNotAcceptedWithoutATickOrInOtherWordsThanTheseOfToday() throws Exception {
        as(
                        "admin.salford",
                        post("/organisations/salford/terms")
                                .with(csrf())
                                .param("digest", Terms.now().digest()))
                .andExpect(content().string(containsString("Tick the box to accept the terms.")))
                .andExpect(content().string(containsString("accept-error")));
        as("admin.salford", accepting("salford", new Terms("0.9", "Other words").digest()))
                .andExpect(content().string(containsString("The terms changed after you opened this page.")));
        as("admin.salford", accepting("salford", "")).andExpect(status().isOk());

        assertThat(terms.of(new OrganisationCode("salford"))).isEmpty();
    }

    @Test
    void areAskedForAgainInANewVersionAndTheOldWordsStay() throws Exception {
        var old = new Terms("0.9", "Words of before");
        terms.add(BURY, new Acceptance(old, new By("former", "For Mer", Instant.EPOCH), "Signatory"));

        assertThat(state(BURY)).isEqualTo(ItemState.EXPIRED);
        assertThat(accepted.latest(BURY))
                .contains(new AcceptedTerms.Latest("0.9", "1 January 1970", "/organisations/bury/terms"));
        as("signatory.bury", get("/organisations/bury/terms"))
                .andExpect(content().string(containsString("Accept the terms")))
                .andExpect(content().string(containsString("Words of before")));

        as("signatory.bury", accepting("bury", Terms.now().digest()));
        assertThat(state(BURY)).isEqualTo(ItemState.DONE);
        assertThat(terms.of(BURY)).extracting(Acceptance::terms).containsExactly(Terms.now(), old);
    }

    @Test
    void changedWordsUnderTheSameVersionAreOtherTerms() {
        assertThat(new Terms("1.0", "One").digest()).isNotEqualTo(new Terms("1.0", "Two").digest());
        assertThat(new Terms("1.0", "One").digest()).isNotEqualTo(new Terms("1.1", "One").digest());
    }

    @Test
    void areAcceptedOnceWhenSeveralDoItAtTheSameMoment() throws Exception {
        var signatory = people.find("signatory.oldham").orElseThrow();
        var begin = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> done = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(number -> pool.submit(() -> {
                        begin.await();
                        accepted.accept(OLDHAM, Terms.now().digest(), signatory);
                        return null;
                    }))
                    .toList();
            begin.countDown();
            for (var one : done) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }

        assertThat(terms.of(OLDHAM)).hasSize(1);
        assertThat(trail.latest(Directory.EVENTS, OLDHAM, 50))
                .filteredOn(event -> event.type().equals("terms.accepted"))
                .hasSize(1);
    }

    @Test
    void areKeptForGood() {
        var kept = new Terms("0.8", "Kept");
        terms.add(
                new OrganisationCode("tameside"),
                new Acceptance(kept, new By("former", "For Mer", Instant.EPOCH), "Signatory"));

        for (var change : List.of(
                "update terms_text set text = 'Other' where version = '0.8'",
                "delete from terms_acceptance where organisation = 'tameside'",
                "update terms_acceptance set accepted_by_name = 'Other' where organisation = 'tameside'")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).hasMessageContaining("never changed");
        }
        assertThat(terms.of(new OrganisationCode("tameside")))
                .extracting(Acceptance::terms)
                .containsExactly(kept);
    }

    private ItemState state(OrganisationCode organisation) {
        return checklists.of(directory.get(organisation)).lines().stream()
                .filter(line -> line.key().equals("terms"))
                .map(Checklist.Line::state)
                .findFirst()
                .orElseThrow();
    }

    private static MockHttpServletRequestBuilder accepting(String organisation, String digest) {
        return post("/organisations/" + organisation + "/terms")
                .with(csrf())
                .param("digest", digest)
                .param("accept", "true");
    }

    private ResultActions as(String person, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(user(person)));
    }
}
