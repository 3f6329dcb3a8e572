package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.signature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gm.sharing.Visitor;
import gm.sharing.directory.ImportedFiles;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.SignOffState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** Of each other partners see whether somebody can sign, and who did once the agreement is published; never who works there. */
@Tag("one-database")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class PartnersSeeWhoSignsIntegrationTests extends ActingForOthers {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private OrganisationCode trust;
    private OrganisationCode empty;

    @BeforeEach
    void aTrustAndAnOrganisationWithoutPeople() {
        var number = COUNT.incrementAndGet();
        trust = new OrganisationCode("seen" + number);
        empty = new OrganisationCode("unseen" + number);
        var files = new ImportedFiles(beans);
        files.organisations("code,name,sector\n%1$s,Trust %1$s,OTHER\n%2$s,Empty %2$s,OTHER".formatted(trust, empty));
        files.people("name,email,organisation,roles\nIvy Officer,ivy.%1$s@trust.example,%1$s,ig\n"
                .concat("Sue Signatory,sue.%1$s@trust.example,%1$s,signatory\n")
                .concat("Sid Signatory,sid.%1$s@trust.example,%1$s,signatory")
                .formatted(trust));
    }

    @Test
    void beforeTheAgreementIsPublishedOnlyWhetherTheOfficeIsHeld() {
        var project = sentOut(List.of(MANCHESTER, BOLTON, trust, empty));

        assertThat(signatory(project, "ig.bolton", "Trust " + trust)).isEqualTo("Has a signatory");
        assertThat(signatory(project, "ig.bolton", "Empty " + empty)).isEqualTo("Nobody yet");
        signed(project, trust, "ivy." + trust, "sue." + trust);

        assertThat(signatory(project, "lead.manchester", "Trust " + trust)).isEqualTo("Sue Signatory, SIRO");
        assertThat(signatory(project, "ig.bolton", "Trust " + trust)).isEqualTo("Has a signatory");
        assertThat(page(project, "ig.bolton")).doesNotContain("Sue Signatory", "Sid Signatory", "Ivy Officer");
    }

    @Test
    void onceItIsPublishedWhoSignedAndNobodyElse() {
        var project = sentOut(List.of(MANCHESTER, BOLTON, trust));
        signed(project, MANCHESTER, "ig.manchester", "signatory.manchester");
        signed(project, BOLTON, "ig.bolton", "signatory.bolton");
        signed(project, trust, "ivy." + trust, "sue." + trust);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> agreements.find(project).isPresent());
        await().atMost(Duration.ofMinutes(2))
                .until(() -> signatory(project, "ig.bolton", "Trust " + trust).equals("Sue Signatory, SIRO"));

        assertThat(page(project, "ig.bolton")).doesNotContain("Sid Signatory", "Ivy Officer");
    }

    private void signed(ProjectReference project, OrganisationCode partner, String officer, String signatory) {
        assertThat(handIn(awaited(project, partner, REVIEW), officer, review("sign")))
                .isEqualTo("");
        assertThat(handIn(awaited(project, partner, SIGN), signatory, signature("sign")))
                .isEqualTo("");
        await().atMost(Duration.ofMinutes(2)).until(() -> state(project, partner) == SignOffState.SIGNED);
    }

    private Task awaited(ProjectReference project, OrganisationCode partner, String step) {
        return await().atMost(Duration.ofMinutes(2)).until(() -> task(project, partner, step), task -> task != null);
    }

    private String page(ProjectReference project, String who) {
        return Visitor.signedIn(port, who).get("/projects/" + project).body();
    }

    /** The cell of the partner in the column of signatories. */
    private String signatory(ProjectReference project, String who, String partner) {
        var row = page(project, who).split(">" + partner + "</th>", 2)[1];
        return row.split("data-label=\"Signatory\"[^>]*>", 2)[1]
                .split("</td>", 2)[0]
                .replaceAll("<[^>]*>", "")
                .strip();
    }
}
