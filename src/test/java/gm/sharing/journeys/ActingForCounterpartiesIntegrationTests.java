package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.review;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.directory.ChangedOrganisations;
import gm.sharing.directory.ImportedFiles;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectFixture;
import gm.sharing.signoff.Counterparties;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** Whoever acts for an organisation is never its counterparty. */
@Tag("one-database")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class ActingForCounterpartiesIntegrationTests extends ActingForOthers {

    @Autowired
    Counterparties counterparties;

    @Test
    void isToldByNameAndRefusedWhereItIsDecided() {
        var surgery = new OrganisationCode("facingsurgery");
        new ImportedFiles(beans)
                .organisations("code,name,sector,acted-for-by,consent-by,consent-post,consent-on,consent-review\n"
                        + "facingsurgery,Facing Surgery,GP_PRACTICE,bolton,Ada Partner,partner,2026-01-12,yes");

        assertThat(counterparties.complaint(List.of(ProjectFixture.flow(MANCHESTER, surgery))))
                .isEmpty();
        assertThat(counterparties.complaint(List.of(ProjectFixture.flow(MANCHESTER, BOLTON, surgery))))
                .as("both receive")
                .isEmpty();
        var facing = List.of(ProjectFixture.flow(surgery, BOLTON));
        assertThat(counterparties.complaint(facing).orElseThrow())
                .startsWith("Bolton Council acts for Facing Surgery and stands on the other side of the same flow.");

        var project = sentOut(List.of(MANCHESTER, BOLTON, surgery));
        assertThat(offered(task(project, BOLTON, REVIEW), "ig.bolton"))
                .as("with its own")
                .containsExactly(surgery.value());
        projects.sentBackToLead(project);
        projects.describeFlows(
                project,
                ProjectFixture.flows(ProjectFixture.flow(MANCHESTER, surgery), ProjectFixture.flow(BOLTON, surgery)),
                LEAD);

        assertThat(handIn(task(project, surgery, REVIEW), "ig.bolton", review("sign"))
                        .toString())
                .contains("Bolton Council stands on the other side of a flow with Facing Surgery");

        new ChangedOrganisations(beans).change(surgery.value(), "standing", "acted-for-by", "bury");
        assertThat(counterparties.complaint(facing)).as("nobody acts").isEmpty();
    }
}
