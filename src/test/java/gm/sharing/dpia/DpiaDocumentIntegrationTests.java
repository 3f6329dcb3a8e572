package gm.sharing.dpia;

import static gm.sharing.document.DocumentFixture.assertIsPdfUa;
import static gm.sharing.document.DocumentFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.PagesApplication;
import gm.sharing.document.Chapter;
import gm.sharing.ethics.AlgorithmRecord;
import gm.sharing.ethics.Ethics;
import gm.sharing.ethics.EthicsAdvice;
import gm.sharing.ethics.EthicsView;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.question.Answers;
import gm.sharing.question.ProseFixture;
import gm.sharing.question.Step;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PagesApplication
@Tag("one-database")
class DpiaDocumentIntegrationTests {

    private static final Person PANEL =
            new Person("ethics", "Eda Ethics", "ethics@example.org", Set.of("ethics-panel"));
    private static final EthicsAdvice ADVICE = new EthicsAdvice(EthicsView.SUPPORT, "Looks fair.", null);

    @Autowired
    private Dpias dpias;

    @Autowired
    private DpiaOutcomes outcomes;

    @Autowired
    private Answers answers;

    @Autowired
    private DpiaVersions versions;

    @Autowired
    private Ethics ethics;

    @Autowired
    private Projects projects;

    private ProjectReference reference;

    @BeforeEach
    void nextProject() {
        reference = projects.propose(ProjectFixture.proposal("Families who move"), DpiaFixture.LEAD);
        AssessedProjects.answer(answers, reference, DpiaFixture.TEXT);
    }

    @Test
    void holdsTheWholeAssessmentInTheOrderOfTheTemplate() {
        approved();

        assertThat(versions.of(reference).get(0).content().chapters())
                .extracting(Chapter::title)
                .containsExactly(
                        "Who is responsible",
                        "Screening",
                        "The need for a DPIA",
                        "Nature of the processing",
                        "Scope of the processing",
                        "Context of the processing",
                        "Purposes of the processing",
                        "Consultation",
                        "Necessity and proportionality",
                        "Risks and measures",
                        "Advice of the ethics panel",
                        "Algorithmic tool",
                        "Advice of data protection officers",
                        "Decision");
    }

    @Test
    void saysWhoAdvisedMarkedAndDecided() {
        approved();

        assertThat(chapter("Advice of data protection officers"))
                .contains("Manchester City Council", "The processing can go ahead", "Dara Officer", "Acceptable");
        assertThat(chapter("Decision"))
                .contains("Approved", "Sia Signatory, Senior information risk owner", "Information governance board");
        assertThat(chapter("Who is responsible")).contains("Led by: Manchester City Council");
    }

    @Test
    void saysOnTheFirstPageWhoOverruledAdviceAgainstIt() {
        AssessedProjects.ask(dpias, reference, new OrganisationCode("bury"));
        dpias.advise(reference, DpiaFixture.MANCHESTER, DpiaFixture.advice(DpoView.AGAINST), DpiaFixture.OFFICER);
        var overrule =
                new Objection(Objection.Weighing.OVERRULE, "Families need it now.", "Chief executive", List.of());
        dpias.weigh(reference, overrule, DpiaFixture.SIGNATORY);
        dpias.decide(reference, DpiaFixture.decision(Verdict.APPROVE, null), DpiaFixture.SIGNATORY);

        assertThat(versions.of(reference).get(0).content().summary().get(0).answer())
                .contains("was approved for the lead organisation")
                .contains("Approved against the advice of the data protection officer of Manchester City Council:"
                        + " overruled by Sia Signatory, Chief executive, ");
    }

    @Test
    void doesNotSpeakOfOverrulingWhereTheAdviceWasFollowed() {
        approved();

        assertThat(versions.of(reference).get(0).content().summary().get(0).answer())
                .doesNotContain("against the advice");
    }

    @Test
    void showsWhereTheRisksLie() {
        approved();

        assertThat(chapter("Risks and measures"))
                .contains("Severity significant, likelihood probable: R1 (high)")
                .contains("Severity significant, likelihood possible: R1 (medium)")
                .contains("Risk R1", "Owner: Project lead");
    }

    @Test
    void isPdfUaWhenItIsDecided() throws Exception {
        approved();
        var pdf = versions.pdf(versions.of(reference).get(0));

        assertIsPdfUa(pdf);
        assertThat(text(pdf)).contains("DPIA version 1", "Families who move").doesNotContain("DRAFT");
    }

    @Test
    void isPdfUaAndMarkedAsADraftUntilThen() throws Exception {
        approved();
        AssessedProjects.revise(dpias, reference);
        var draft = versions.draft(reference).orElseThrow();
        var pdf = versions.pdf(draft);

        assertIsPdfUa(pdf);
        assertThat(text(pdf)).contains("DRAFT", "DPIA version 3");
        assertThat(versions.html(draft)).contains("Draft: not decided yet");
    }

    @Test
    void tellsThoseWhoReadWhatWasApprovedNothingOfTheWayToIt() {
        approved();
        AssessedProjects.revise(dpias, reference);
        AssessedProjects.approve(dpias, reference);

        assertThat(versions.html(versions.of(reference).get(0)))
                .contains("<td>3</td>", "Approved")
                .doesNotContain("Opened again", "Changes since");
    }

    @Test
    void saysHowAnybodyChecksTheVersion() throws Exception {
        approved();
        var version = versions.of(reference).get(0);

        var digest = MessageDigest.getInstance("SHA-256")
                .digest(version.canonicalJson().getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(version.digest());
        assertThat(versions.html(version))
                .contains(version.digest(), "/projects/" + reference + "/dpia/1/content.json");
    }

    @Test
    void takesNothingTypedForMarkup() {
        ethics.recordAlgorithm(reference, tool("<script>alert(1)</script>"), DpiaFixture.LEAD);
        AssessedProjects.approve(dpias, reference);

        assertThat(versions.html(versions.of(reference).get(0)))
                .doesNotContain("<script>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void tellsThePublicWhatThePanelSaidByItsRole() {
        approved();

        var outcome = outcomes.of(reference).orElseThrow().text();
        assertThat(outcome)
                .contains("The ethics panel’s view", "The panel supports the project", "Looks fair.")
                .doesNotContain("Eda Ethics", "Dara Officer", "Sia Signatory");
    }

    private void approved() {
        ethics.recordAlgorithm(reference, tool("Early help score"), DpiaFixture.LEAD);
        answers.keep(
                reference, Step.START, ProseFixture.given("atrs-record", "A caseworker reads it."), DpiaFixture.LEAD);
        ethics.advise(reference, ADVICE, PANEL);
        answers.keep(reference, Step.START, ProseFixture.given("ethics-advise", "As the framework asks."), PANEL);
        AssessedProjects.approve(dpias, reference);
    }

    private static AlgorithmRecord tool(String name) {
        return new AlgorithmRecord(name, null, "score@example.org");
    }

    private String chapter(String title) {
        return versions.of(reference).get(0).content().chapters().stream()
                .filter(chapter -> chapter.title().equals(title))
                .flatMap(chapter -> chapter.sections().stream())
                .map(section -> section.title() + "\n" + section.text())
                .reduce("", (some, more) -> some + "\n" + more);
    }
}
