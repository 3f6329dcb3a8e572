package gm.sharing.journey;

import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gm.sharing.PagesApplication;
import gm.sharing.Paging;
import gm.sharing.RoundTrips;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.Decision;
import gm.sharing.standing.StandingConditions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.transaction.support.TransactionTemplate;

/** What people find of what happened to a project, by partner and by kind. */
@PagesApplication
class HistoryPagesIntegrationTests extends PagesOfProjects {

    @Autowired
    AuditTrail trail;

    @Autowired
    ProjectHistory history;

    @Autowired
    ProjectGate gate;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void offersOnlyWhatThePersonMayRead() throws Exception {
        var project = decided("Chosen by partner");
        var ofBury = "The IG officer of Bury Council reviewed";

        as("lead.manchester", "/projects/" + project)
                .andExpect(content().string(containsString(">Bury Council (")))
                .andExpect(content().string(containsString(">Sign-off (")));
        as("lead.manchester", "/projects/" + project + "/history?partner=bury")
                .andExpect(content().string(containsString(ofBury)))
                .andExpect(content().string(containsString("selected=\"selected\"")))
                .andExpect(content().string(not(containsString("The IG officer of Wigan Council reviewed"))))
                .andExpect(content().string(not(containsString("proposed"))));
        as("ig.wigan", "/projects/" + project + "/history?partner=bury")
                .andExpect(content().string(not(containsString("value=\"bury\""))))
                .andExpect(content().string(not(containsString(ofBury))))
                .andExpect(content().string(containsString("No entries match your search.")));
        as("ig.oldham", "/projects/" + project + "/history").andExpect(status().isNotFound());
    }

    @Test
    void narrowsByKindAndByBothAndInTheFile() throws Exception {
        var project = decided("Chosen by kind");
        var history = "/projects/" + project + "/history";

        as("lead.manchester", history + "?kind=agreement")
                .andExpect(content().string(containsString("Version 1.0")))
                .andExpect(content().string(not(containsString("reviewed"))));
        as("lead.manchester", history + "?kind=agreement&partner=bury")
                .andExpect(content().string(containsString("No entries match your search.")))
                .andExpect(content().string(containsString("Bury Council (0)")));
        as("lead.manchester", history + ".csv?partner=wigan&kind=sign-off")
                .andExpect(content().string(containsString("Wigan Council")))
                .andExpect(content().string(not(containsString("Bury Council reviewed"))))
                .andExpect(content().string(not(containsString("Version 1.0 "))));
        as("lead.manchester", history + "?kind=nonsense&partner=%22%3E").andExpect(status().isOk());
    }

    /** The rule of {@link ProjectAccess} and what the database is asked for are one. */
    @Test
    void findsExactlyWhatThePersonMayRead() {
        var project = decided("The same rule");
        for (var partner : List.of(BURY, WIGAN)) {
            trail.record(project.value(), "ig." + partner, StandingConditions.KEPT, "Told to " + partner, partner);
            trail.record(project.value(), Event.SYSTEM, "new-kind.noted", "Noted of " + partner, partner);
        }

        for (var who : List.of("lead.manchester", "ig.bury", "signatory.wigan", "board", "admin", "ig.manchester")) {
            var access = gate.openToLookBack(project, people.find(who).orElseThrow());
            var allowed = new ArrayList<>(trail.of(project.value()).stream()
                    .filter(access::maySee)
                    .map(Event::what)
                    .toList());
            Collections.reverse(allowed);

            assertThat(history.find(access, HistoryFilter.ALL, Pageable.unpaged())
                            .page()
                            .map(ProjectRecord.Happening::what))
                    .as(who)
                    .containsExactlyElementsOf(allowed);
        }
    }

    @Test
    void costsAsManyStatementsForTwoThousandEntriesAsForFew() throws Exception {
        var project = decided("A long history");
        var few = statements(project);
        transaction.executeWithoutResult(status -> {
            for (int number = 0; number < 2_000; number++) {
                trail.record(
                        project.value(),
                        Event.SYSTEM,
                        "signoff.reminded",
                        "Reminder " + number,
                        new OrganisationCode(number % 2 == 0 ? "bury" : "wigan"));
            }
        });

        assertThat(statements(project)).isEqualTo(few).isLessThanOrEqualTo(3);
        as("lead.manchester", "/projects/" + project)
                .andExpect(content().string(containsString("Reminder 1999")))
                .andExpect(content().string(not(containsString("Reminder 1949"))))
                .andExpect(content().string(containsString("What happened before, 20")));
        as("lead.manchester", "/projects/" + project + "/history?partner=bury&page=2")
                .andExpect(content().string(containsString("Reminder 1898")))
                .andExpect(content().string(not(containsString("Reminder 1900"))))
                .andExpect(content().string(containsString("history?partner=bury&amp;page=3")))
                .andExpect(content().string(containsString("history.csv?partner=bury")));
    }

    private int statements(ProjectReference project) {
        var access = gate.openToLookBack(project, people.find("lead.manchester").orElseThrow());
        return (int) RoundTrips.of(() -> history.find(access, HistoryFilter.ALL, Paging.page(1))).stream()
                .filter(way -> way.startsWith("select"))
                .count();
    }

    private ProjectReference decided(String title) {
        var project = scenario.sentForSignOff(title);
        scenario.sign(project, BURY, Decision.REQUEST_CHANGES);
        scenario.sign(project, WIGAN, Decision.SIGN);
        return project;
    }
}
