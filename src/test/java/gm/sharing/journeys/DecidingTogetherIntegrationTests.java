package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.signature;
import static gm.sharing.journeys.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gm.sharing.Visitor;
import gm.sharing.directory.ChangedOrganisations;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.SignOffState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** One answer for several organisations: all of it or nothing, and never for whom the person may not act. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class DecidingTogetherIntegrationTests extends ActingForOthers {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String OFFICER = "ig.bolton";

    private OrganisationCode one;
    private OrganisationCode two;
    private OrganisationCode three;
    private ProjectReference project;

    @BeforeEach
    void askThreeClubsForWhichBoltonActs() {
        var number = COUNT.incrementAndGet();
        one = new OrganisationCode("cluba" + number);
        two = new OrganisationCode("clubb" + number);
        three = new OrganisationCode("clubc" + number);
        clubs(one, two, three);
        project = sentOut(List.of(MANCHESTER, one, two, three));
    }

    @Test
    void leavesOpenWhatIsExceptedAndOffersItAgain() {
        assertThat(offered(task(project, one, REVIEW), OFFICER)).containsExactly(two.value(), three.value());

        assertThat(handIn(task(project, one, REVIEW), OFFICER, with(review("sign"), "alsoFor", List.of(two.value()))))
                .isEqualTo("");

        awaitTask(one);
        awaitTask(two);
        assertThat(task(project, three, REVIEW)).isNotNull();
        assertThat(offered(task(project, three, REVIEW), OFFICER)).isEmpty();
        assertThat(shown(task(project, three, REVIEW), OFFICER)).containsEntry("alsoForNote", "");
        assertThat(demo.submit(
                                task(project, one, SIGN).getId(),
                                "signatory.bolton",
                                with(signature("sign"), "alsoFor", List.of(two.value())))
                        .statusCode())
                .as("over HTTP, as a browser does")
                .isEqualTo(204);
        await().atMost(Duration.ofMinutes(2)).until(() -> state(project, two) == SignOffState.SIGNED);
        assertThat(database.queryForList(
                        "select what from event where reference = ? and type = 'signoff.signature-decided'",
                        String.class,
                        project.value()))
                .hasSize(2)
                .allMatch(what -> what.contains(
                        "Bolton Council acted for the organisation (consent: Ada Chair, chair, on 12 January 2026)."));
    }

    @Test
    void decidesApartWhereColleaguesSaidSomethingElse() {
        handIn(task(project, one, REVIEW), OFFICER, with(review("sign"), "alsoFor", List.of(two.value())));
        handIn(
                task(project, three, REVIEW),
                OFFICER,
                with(
                        review("sign-with-conditions"),
                        "conditions",
                        List.of(Map.of(
                                "text", "Train the volunteers.", "owner", "ig-manchester", "due", "2027-11-30"))));
        awaitTask(one);
        awaitTask(two);
        awaitTask(three);

        assertThat(offered(task(project, one, SIGN), "signatory.bolton")).containsExactly(two.value());
        assertThat(shown(task(project, one, SIGN), "signatory.bolton")
                        .get("alsoForNote")
                        .toString())
                .contains("Decide separately for Name of " + three);
        assertThat(handIn(
                                task(project, one, SIGN),
                                "signatory.bolton",
                                with(signature("sign"), "alsoFor", List.of(two.value(), three.value())))
                        .toString())
                .contains("Nothing was kept", "For Name of " + three, "not open for you");
        assertThat(state(project, one)).as("nothing half done").isNotEqualTo(SignOffState.SIGNED);
        assertThat(task(project, two, SIGN)).isNotNull();
    }

    @Test
    void keepsNothingWhenOneOfTheTasksIsTakenBySomebodyElseOrDone() {
        var task = task(project, one, REVIEW);
        engine.getTaskService().claim(task(project, two, REVIEW).getId(), "ig2.bolton");

        assertThat(offered(task, OFFICER)).containsExactly(three.value());
        var told = handIn(task, OFFICER, with(review("sign"), "alsoFor", List.of(two.value(), three.value())));

        assertThat(told.toString())
                .contains("Nothing was kept", "For Name of " + two)
                .doesNotContain("Name of " + three);
        for (var club : List.of(one, two, three)) {
            assertThat(task(project, club, REVIEW)).as(club.value()).isNotNull();
        }
        assertThat(handIn(task, OFFICER, with(review("sign"), "alsoFor", List.of(three.value()))))
                .isEqualTo("");
        assertThat(handIn(task, OFFICER, with(review("sign"), "alsoFor", List.of(three.value())))
                        .toString())
                .as("a second time")
                .isNotEmpty();
        assertThat(database.queryForObject(
                        "select count(*) from event where reference = ? and type = 'signoff.reviewed'",
                        Integer.class,
                        project.value()))
                .isEqualTo(2);
    }

    @Test
    void isForNobodyWhoMayNotActForThemAll() {
        assertThat(offered(task(project, MANCHESTER, REVIEW), "ig.manchester")).isEmpty();
        assertThat(handIn(
                                task(project, MANCHESTER, REVIEW),
                                "ig.manchester",
                                with(review("sign"), "alsoFor", List.of(one.value())))
                        .toString())
                .contains("Nothing was kept", "For Name of " + one);
        assertThat(handIn(task(project, one, REVIEW), OFFICER, with(review("sign"), "alsoFor", "x; drop table"))
                        .toString())
                .contains("Choose the other organisations from the list");
        assertThat(task(project, MANCHESTER, REVIEW)).isNotNull();
        new ChangedOrganisations(beans)
                .change(
                        two.value(),
                        "consent",
                        "consent-by",
                        "",
                        "consent-post",
                        "",
                        "consent-on",
                        "",
                        "consent-review",
                        "",
                        "consent-agree",
                        "",
                        "consent-sign",
                        "");
        assertThat(offered(task(project, one, REVIEW), OFFICER))
                .as("consent withdrawn")
                .containsExactly(three.value());
    }

    @Test
    void isFoundFromTheProjectsPageAndFromTheNotice() {
        var officers = Visitor.signedIn(port, OFFICER);

        assertThat(page(officers)).contains("Review the agreement, for 3 organisations");
        assertThat(List.of("ig.manchester", "signatory.bolton", "lead.manchester", "admin"))
                .allSatisfy(other -> assertThat(page(Visitor.signedIn(port, other)))
                        .as(other)
                        .doesNotContain("Review the agreement, for"));
        var link = Pattern.compile("href=\"(/tasks/[\\w-]+)\">Review the agreement, for 3")
                .matcher(page(officers));
        assertThat(link.find()).isTrue();
        assertThat(officers.get(link.group(1)).body()).contains("name=\"alsoFor\"");
        assertThat(told("ig-" + one)).contains("answer once for all of them");
        assertThat(told("ig-" + MANCHESTER)).doesNotContain("answer once for all of them");

        engine.getTaskService().claim(task(project, two, REVIEW).getId(), "ig2.bolton");
        assertThat(page(officers)).contains("Review the agreement, for 2 organisations");
        handIn(task(project, one, REVIEW), OFFICER, review("sign"));
        assertThat(page(officers)).doesNotContain("Review the agreement, for");
    }

    @Test
    void tellsSignatoriesWhichTermsTheirOrganisationAcceptedAndNotThatThereAreNewerOnes() {
        var digest = "%064d".formatted(COUNT.get());
        database.update("insert into terms_text (digest, version, text) values (?, '0.7', 'Words of before')", digest);
        database.update(
                "insert into terms_acceptance (organisation, digest, accepted_by, accepted_by_name, held_role,"
                        + " accepted_at) values (?, ?, 'former', 'For Mer', 'Signatory', timestamp with time zone '2026-03-02 10:00:00+00:00')",
                one.value(),
                digest);
        handIn(task(project, one, REVIEW), OFFICER, with(review("sign"), "alsoFor", List.of(two.value())));
        awaitTask(one);
        awaitTask(two);

        assertThat(shown(task(project, one, SIGN), "signatory.bolton")
                        .get("request")
                        .toString())
                .contains("Name of " + one
                        + " accepted the terms of the framework, version 0.7, on 2 March 2026: [read the terms](/organisations/"
                        + one + "/terms)")
                .doesNotContain("newer", "out of date");
        assertThat(shown(task(project, two, SIGN), "signatory.bolton")
                        .get("request")
                        .toString())
                .doesNotContain("terms of the framework");
        var page = "/organisations/" + one + "/terms";
        assertThat(Visitor.signedIn(port, "signatory.bolton").get(page).body()).contains("Words of before");
        assertThat(Visitor.signedIn(port, OFFICER).get(page).statusCode()).isEqualTo(403);
    }

    private String page(Visitor visitor) {
        return visitor.get("/projects/" + project).body();
    }

    /** What the holders of an office are told of their review. */
    private String told(String group) {
        return String.join(
                "\n",
                database.queryForList(
                        "select body from notice where reference = ? and about = ?",
                        String.class,
                        project.value(),
                        "task:"
                                + task(project, new OrganisationCode(group.substring(3)), REVIEW)
                                        .getId()));
    }

    private void awaitTask(OrganisationCode partner) {
        await().atMost(Duration.ofMinutes(2)).until(() -> task(project, partner, SIGN) != null);
    }
}
