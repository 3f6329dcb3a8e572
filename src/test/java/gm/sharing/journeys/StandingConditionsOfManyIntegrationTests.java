package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Shipped;
import gm.sharing.Visitor;
import gm.sharing.directory.ImportedFiles;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import gm.sharing.standing.KeptConditions;
import gm.sharing.standing.StandingConditions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** Standing conditions where one person reviews for several organisations, and who reads what was kept. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class StandingConditionsOfManyIntegrationTests extends ActingForOthers {

    private static final String OFFICER = "ig.bolton";
    private static final OrganisationCode STRICT = new OrganisationCode("clubstrict");
    private static final OrganisationCode EASY = new OrganisationCode("clubeasy");

    @LocalServerPort
    int port;

    private ProjectReference project;

    @BeforeEach
    void askTwoClubsForWhichBoltonActs() {
        new ImportedFiles(beans)
                .organisations(
                        "code,name,sector,acted-for-by,consent-by,consent-post,consent-on,consent-review,consent-sign\n"
                                + Stream.of(STRICT, EASY)
                                        .map(club ->
                                                "%1$s,Name of %1$s,GP_PRACTICE,bolton,Ada Chair,chair,2026-01-12,yes,yes"
                                                        .formatted(club))
                                        .collect(Collectors.joining("\n")));
        project = sentOut(List.of(MANCHESTER, STRICT, EASY));
    }

    @Test
    void showsThoseOfEachOrganisationAndKeepsThemForItsOwnPeople() {
        String shipped = Shipped.text("standing-conditions-bolton.dmn");
        var deployed = Visitor.program(port, "owner")
                .deploy(
                        "Standing conditions",
                        Map.of(
                                "standing-conditions-clubstrict.dmn",
                                shipped.replace("standing-conditions-bolton", "standing-conditions-clubstrict")));
        assertThat(deployed.statusCode()).as(deployed.body()).isEqualTo(200);

        var ofEasy = shown(task(project, EASY, REVIEW), OFFICER);
        assertThat(ofEasy.get("standingNote").toString())
                .contains("- Name of clubstrict: version 1.0 of its conditions")
                .doesNotContain("Name of clubeasy");
        assertThat(ofEasy.get("standingConditions").toString())
                .contains("Name of clubstrict: All flows of the organisation", "A DPIA is approved");
        assertThat(ofEasy).containsEntry("standingFrom", "clubstrict 1");

        assertThat(handIn(
                        task(project, EASY, REVIEW),
                        OFFICER,
                        with(
                                review("sign"),
                                "alsoFor",
                                List.of(STRICT.value()),
                                "standingFrom",
                                ofEasy.get("standingFrom"))))
                .isEqualTo("");

        assertThat(beans.getBean(StandingConditions.class).of(project, List.of(STRICT, EASY, MANCHESTER)))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.organisation()).isEqualTo(STRICT);
                    assertThat(kept.by().person()).isEqualTo(OFFICER);
                    assertThat(kept.conditions()).hasSizeGreaterThanOrEqualTo(5);
                })
                .isInstanceOf(KeptConditions.class);
        assertThat(page(OFFICER))
                .contains("Your organisation’s standing conditions", "Name of clubstrict, version 1.0 of the agreement")
                .contains("The standing conditions of Name of clubstrict, as shown when version 1.0 was reviewed");
        for (String stranger : List.of("ig.manchester", "lead.manchester", "signatory.manchester", "board", "admin")) {
            assertThat(page(stranger))
                    .as(stranger)
                    .contains("Name of clubstrict")
                    .doesNotContain("tanding condition", "A DPIA is approved");
        }
    }

    private String page(String person) {
        var answer = Visitor.signedIn(port, person).get("/projects/" + project);
        assertThat(answer.statusCode()).as(person).isEqualTo(200);
        return answer.body();
    }
}
