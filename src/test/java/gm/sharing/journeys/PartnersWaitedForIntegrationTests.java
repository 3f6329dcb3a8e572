package gm.sharing.journeys;

import static gm.sharing.journeys.PartnersAnswers.review;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.workflow.form.ShownNames;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a lead sees of partners who are asked, and where the lead gives them more time. */
@DemoApplication
class PartnersWaitedForIntegrationTests extends WalkedProject {

    @LocalServerPort
    int port;

    @Override
    ShownNames shown() {
        return new ShownNames();
    }

    @Test
    void saysOnceWhoIsAskedTheSameAndLeadsToMoreTimeForEach() {
        var project = sentOutWithoutDpia("manchester", "bolton", "bury");
        journey.complete(project, "bury", "Task_ReviewAgreement", "ig.bury", review("sign"));
        var moreTime = List.of(moreTime(project, "bolton"), moreTime(project, "bury"));

        var page = ofProject(page(LEAD, "/work/projects?words=" + project), project);
        assertThat(page)
                .containsOnlyOnce("IG officer of Manchester City Council and of Bolton Council")
                .containsOnlyOnce("Signatory, Bury Council")
                .contains(moreTime);
        assertThat(page(LEAD, "/projects/" + project))
                .contains("Give more time to decide:")
                .contains(moreTime);
        assertThat(page(LEAD, "/work/projects.csv?words=" + project).lines())
                .as("the file has each task")
                .hasSize(4);

        assertThat(page("board", "/projects/" + project)).contains(moreTime);
        for (var other : List.of("signatory.bolton", "ig.bury", "ig.manchester")) {
            assertThat(page(other, "/projects/" + project)).as(other).doesNotContain("more-time");
            assertThat(page(other, "/work") + page(other, "/work/projects?words=" + project))
                    .as(other)
                    .doesNotContain("more-time");
        }
    }

    @Test
    void namesBelowALeadsOwnWorkWhomTheProjectsWaitFor() {
        var project = sentOutWithoutDpia("manchester", "bolton", "bury");
        var lead = "lead.who-waits";
        new TestPeople(engine.getIdentityService(), directory).lead(lead, "manchester");
        database.update("update project set lead = ? where reference = ?", lead, project);
        var visitor = Visitor.browser(port);
        visitor.signIn(lead, TestPeople.PASSWORD);

        assertThat(visitor.get("/work").body())
                .containsSubsequence(
                        "You have no tasks today",
                        ">Waiting for others</h2>",
                        "(" + project + ")",
                        "IG officer of Manchester City Council, of Bolton Council and of Bury Council",
                        "Review the agreement",
                        moreTime(project, "bolton"),
                        "href=\"/work/projects\">All that your projects wait for");
        assertThat(visitor.get("/work?words=else").body()).doesNotContain("All that your projects wait for");
        assertThat(page("ig.bolton", "/work")).doesNotContain("All that your projects wait for");
    }

    private String page(String person, String path) {
        return Visitor.signedIn(port, person).get(path).body();
    }

    private static String moreTime(String project, String partner) {
        return "href=\"/projects/" + project + "/partners/" + partner + "/more-time\"";
    }

    private static String ofProject(String page, String project) {
        return List.of(page.split("<h2")).stream()
                .filter(section -> section.contains("(" + project + ")"))
                .findFirst()
                .orElseThrow();
    }
}
