package gm.sharing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gm.sharing.PagesApplication;
import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The Board sees in one place which projects are late and which agreements are to be reviewed next. */
@PagesApplication
class NeedsAttentionIntegrationTests extends PagesOfProjects {

    private static final Pattern LATE = Pattern.compile("Late: (\\d+) project");
    private static final String LIST = "/projects?list=all&amp;state=overdue";

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    @ParameterizedTest
    @ValueSource(strings = {"board", "admin"})
    void asManyProjectsAreLateAsTheListShows(String person) throws Exception {
        late("Attention one", "wigan");
        late("Attention two", "");
        late("Attention two again", "");

        var page = read(person, "/insight");

        assertThat(page).contains(LIST);
        assertThat(read(person, "/projects.csv?list=all&state=overdue").lines().skip(1))
                .hasSize(number(page))
                .anyMatch(line -> line.contains("Attention two again"));
    }

    @Test
    void anAdministratorIsNotToldOfTheLateReviewsOfPartners() throws Exception {
        int known = number(read("admin", "/insight"));
        int all = number(read("board", "/insight"));

        late("Attention to a partner", "wigan");

        assertThat(number(read("admin", "/insight"))).isEqualTo(known);
        assertThat(number(read("board", "/insight"))).isEqualTo(all + 1);
    }

    @Test
    void aProcessOwnerIsToldHowManyAndLedToNoListOfProjects() throws Exception {
        late("Attention of nobody", "");

        assertThat(read("owner", "/insight"))
                .containsPattern(LATE)
                .doesNotContain(LIST, "href=\"/projects/SJ-", "Attention of nobody");
    }

    @Test
    void theFiveReviewsThatComeNextAreNamedAndNoneOfWhatEndsBefore() throws Exception {
        for (int day = 1; day <= 6; day++) {
            published("Attention review " + day, LocalDate.of(2001, 1, day), null);
        }
        published("Attention ended", LocalDate.of(2001, 1, 1), LocalDate.of(2001, 2, 1));
        published("Attention ends before", LocalDate.of(2001, 1, 1), LocalDate.of(2000, 12, 31));

        assertThat(read("board", "/insight"))
                .containsSubsequence(
                        "Next reviews",
                        "Attention review 1",
                        "Manchester City Council",
                        "1 January 2001",
                        "Overdue",
                        "Attention review 2",
                        "Attention review 5")
                .doesNotContain("Attention review 6", "Attention ended", "Attention ends before");
    }

    @Test
    void saysWhyNoReviewIsDueWhenNoAgreementWasPublished() throws Exception {
        published("Attention ended long ago", LocalDate.of(2001, 1, 1), LocalDate.of(2001, 2, 1));

        assertThat(read("board", "/insight")).doesNotContain("No agreement has been published yet.");

        // Taken back at the end: other tests have theirs in the same database.
        new TransactionTemplate(transactions).executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            database.update("delete from agreement_party");
            database.update("delete from agreement");
            assertThat(readAsBoard())
                    .containsPattern("No reviews are due\\.\\s+No agreement has been published yet\\.");
        });
    }

    @Test
    void theBoardIsLedThereFromItsWork() throws Exception {
        assertThat(read("board", "/work")).contains("agreements to review next");
        for (var other : List.of("lead.manchester", "ig.bury", "owner", "admin.bolton")) {
            assertThat(read(other, "/work")).as(other).doesNotContain("agreements to review next");
        }
    }

    private static int number(String page) {
        var late = LATE.matcher(page);
        return late.find() ? Integer.parseInt(late.group(1)) : 0;
    }

    /** @param part whose part it is; empty when it is the whole project's */
    private void late(String title, String part) {
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(started(title).value())
                .singleResult();
        tasks.setDueDate(task.getId(), java.util.Date.from(Instant.now().minus(Duration.ofDays(2))));
        if (!part.isEmpty()) {
            runtime.setVariable(task.getProcessInstanceId(), "partner", part);
        }
    }

    private void published(String title, LocalDate review, @Nullable LocalDate end) {
        var reference = scenario.published(title);
        database.update(
                "update agreement set review_on = ?, ends_on = ? where reference = ?",
                Date.valueOf(review),
                end == null ? null : Date.valueOf(end),
                reference.value());
    }

    private String readAsBoard() {
        try {
            return read("board", "/insight");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String read(String person, String page) throws Exception {
        return as(person, page)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
