package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How people find something in a long list of work, and save it. */
@DemoApplication
class SoughtWorkIntegrationTests {

    private static final String LEAD = "lead.salford";

    private static final Pattern IN_NAVIGATION =
            Pattern.compile("Your work \\((\\d+)\\)(?:<span[^>]*>, (\\d+) of them overdue)?");

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @ParameterizedTest
    @CsvSource({
        "words=sought+ZEBRA, true",
        "words=partners+zebra, true",
        "words=zebra+giraffe, false",
        "words=%25zebra, false",
        "words=zebra&stage=3, true",
        "words=zebra&stage=4, false",
        "words=zebra&role=project-leads, true",
        "words=zebra&role=dpo, false",
        "words=zebra&organisation=salford, true",
        "words=zebra&organisation=bolton, false",
        "words=zebra&state=taken, true",
        "words=zebra&state=free, false",
        "words=zebra&state=overdue, true",
        "words=zebra&state=soon, false",
        "words=zebra&state=nonsense&stage=99&role=king&sort=9&organisation=%27, true"
    })
    void narrowsAListByWhatIsAskedFor(String asked, boolean found) {
        described("Sought zebra", Duration.ofDays(-3));

        var page = read(LEAD, "/work?" + asked);

        if (found) {
            assertThat(page).contains(">Sought zebra<").containsPattern("\\d+ tasks? found");
        } else {
            assertThat(page)
                    .doesNotContain(">Sought zebra<")
                    .contains("No tasks match your search.", "Clear the search");
        }
        assertThat(page).contains("name=\"words\"");
    }

    @ParameterizedTest
    @CsvSource({
        "overdue, Nothing in this list is overdue.",
        "soon, Nothing in this list is due soon.",
        "taken, No task in this list has been taken.",
        "free, No task in this list is waiting to be taken.",
        "overdue&words=zebra, No tasks match your search."
    })
    void saysWhatAnEmptyListMeans(String state, String said) {
        for (String list : List.of("/work", "/work/projects", "/work/colleagues")) {
            assertThat(read("owner", list + "?state=" + state)).as(list).contains(said, "Clear the search");
        }
    }

    @Test
    void findsAProjectByItsReference() {
        var task = described("Sought by reference", null);
        var reference = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();

        assertThat(read(LEAD, "/work?words=" + reference.toLowerCase()))
                .contains(">Sought by reference<", "1 task found", "value=\"" + reference.toLowerCase() + "\"");
    }

    @Test
    void putsFirstWhatIsAskedForFirst() {
        described("Sought order beta", Duration.ofDays(9));
        described("Sought order alpha", Duration.ofDays(50));

        assertThat(read(LEAD, "/work?words=sought+order"))
                .containsSubsequence(">Sought order beta<", ">Sought order alpha<");
        assertThat(read(LEAD, "/work?words=sought+order&sort=since"))
                .containsSubsequence("Longest wait first", ">Sought order beta<", ">Sought order alpha<");
        assertThat(read(LEAD, "/work?words=sought+order&sort=project"))
                .containsSubsequence("By project", ">Sought order alpha<", ">Sought order beta<");
        toTheOffice("Sought order gamma", Duration.ofDays(50));
        toTheOffice("Sought order delta", Duration.ofDays(9));
        assertThat(read(LEAD, "/work/projects?words=sought+order&sort=due"))
                .containsSubsequence(">Sought order delta<", ">Sought order gamma<")
                .doesNotContain(">Sought order beta<");
    }

    @Test
    void savesAListWithTheSameFilterAndNothingThatASpreadsheetWorksOut() {
        described("=Sought for a file", Duration.ofDays(-3));
        toTheOffice("=Sought elsewhere, for a file", Duration.ofDays(-3));

        for (var list : new String[] {"/work", "/work/projects"}) {
            var file = Visitor.signedIn(port, LEAD).get(list + ".csv?words=sought+file");

            assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                    .contains("attachment");
            assertThat(file.body().lines())
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith("\"Task\",\"Project or organisation\",\"Reference\"");
            var title = list.equals("/work") ? "'=Sought for a file" : "'=Sought elsewhere, for a file";
            assertThat(file.body()).contains("\"Name the partners\",\"" + title + "\",\"SJ-", "\"Overdue\"");
        }
        assertThat(read(LEAD, "/work?words=sought+file")).contains("/work.csv?words=sought+file");
        assertThat(read(LEAD, "/work.csv?words=sought+zebra+giraffe").lines()).hasSize(1);
    }

    @Test
    void findsForNobodyWhatIsNotTheirs() {
        var task = described("Sought by others", null);
        engine.getTaskService().addCandidateGroup(task.getId(), "ig-salford");

        for (var other :
                new String[] {"lead.manchester", "ig.salford", "ig.bolton", "board", "ethics", "owner", "admin"}) {
            for (var list : new String[] {"/work", "/work/projects", "/work/colleagues"}) {
                if (other.equals("ig.salford") && list.equals("/work/colleagues")) {
                    continue;
                }
                assertThat(read(other, list + "?words=sought+others"))
                        .as(other + list)
                        .doesNotContain(">Sought by others<");
                assertThat(read(other, list + ".csv?words=sought+others").lines())
                        .as(other + list)
                        .hasSize(1);
            }
        }
        assertThat(read("ig.salford", "/work/colleagues.csv?words=sought+others"))
                .contains("Sought by others");
        assertThat(Visitor.browser(port)
                        .get("/work.csv")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/login");
    }

    @Test
    void saysInTheNavigationHowMuchWaits() {
        var task = described("Sought in the navigation", null);
        var visitor = Visitor.signedIn(port, LEAD);
        var before = IN_NAVIGATION.matcher(visitor.get("/measures").body());
        assertThat(before.find()).isTrue();
        assertThat(read(LEAD, "/work.csv").lines()).hasSize(Integer.parseInt(before.group(1)) + 1);

        engine.getTaskService().setDueDate(task.getId(), Date.from(Instant.now().minus(Duration.ofDays(1))));

        var after = IN_NAVIGATION.matcher(visitor.get("/").body());
        assertThat(after.find()).isTrue();
        assertThat(after.group(1)).isEqualTo(before.group(1));
        assertThat(Integer.parseInt(after.group(2)))
                .isEqualTo(before.group(2) == null ? 1 : Integer.parseInt(before.group(2)) + 1);
        assertThat(Visitor.browser(port).get("/").body()).doesNotContain("Your work");
    }

    private Task described(String title, Duration due) {
        var driver = new JourneyDriver(engine);
        var project = driver.start(LEAD, proposal(title));
        driver.complete(project, "Task_DescribeNeeds", LEAD, needs());
        var task = driver.task(project, "Task_NamePartners");
        if (due != null) {
            engine.getTaskService()
                    .setDueDate(task.getId(), Date.from(Instant.now().plus(due)));
        }
        return task;
    }

    /** As a process owner's model may ask an office for it. */
    private void toTheOffice(String title, Duration due) {
        var task = described(title, due);
        engine.getTaskService().addCandidateGroup(task.getId(), "ig-salford");
        engine.getTaskService().setAssignee(task.getId(), null);
    }

    private String read(String person, String path) {
        return Visitor.signedIn(port, person).get(path).body();
    }
}
