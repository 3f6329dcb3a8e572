package gm.sharing.ethics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.PagesApplication;
import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.document.Chapter;
import gm.sharing.document.Fact;
import gm.sharing.document.Section;
import gm.sharing.dpia.AssessedProjects;
import gm.sharing.dpia.DpiaFixture;
import gm.sharing.dpia.DpiaSection;
import gm.sharing.dpia.DpiaVersions;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.DpoView;
import gm.sharing.dpia.Verdict;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.question.Answers;
import gm.sharing.question.InDocument;
import gm.sharing.question.ProseFixture;
import gm.sharing.question.Step;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The ethics panel's advice and the record of an algorithmic tool, beside the assessment. */
@PagesApplication
class EthicsIntegrationTests {

    private static final Person PANEL =
            new Person("ethics", "Etta Panel", "ethics@example.org", Set.of("ethics-panel"));
    private static final AlgorithmRecord TOOL = new AlgorithmRecord("Early help list", null, "early.help@example.org");

    @Autowired
    Ethics ethics;

    @Autowired
    EthicsInDpia inDpia;

    @Autowired
    Projects projects;

    @Autowired
    Dpias dpias;

    @Autowired
    DpiaVersions versions;

    @Autowired
    Answers answers;

    @Autowired
    AuditTrail events;

    private ProjectReference reference;

    @BeforeEach
    void proposeAProject() {
        var lead = ProjectFixture.leadOf(new OrganisationCode("manchester"));
        reference = projects.propose(ProjectFixture.proposal("Help before eviction"), lead);
        projects.describeNeeds(reference, ProjectFixture.needs(), lead);
        projects.namePartners(
                reference, ProjectFixture.partners(new OrganisationCode("manchester"), ProjectFixture.BOLTON), lead);
    }

    @Test
    void adviceStandsUntilTheAssessmentIsOpenedAgainAndIsKeptAfterwards() {
        assertThat(ethics.adviceStands(reference)).isFalse();
        ethics.advise(reference, advice(EthicsView.SUPPORT, null), PANEL);
        AssessedProjects.approve(dpias, reference);
        assertThat(ethics.adviceStands(reference)).isTrue();

        dpias.reopen(reference, EnumSet.allOf(DpiaSection.class), DpiaFixture.LEAD);

        assertThat(ethics.adviceStands(reference)).isFalse();
        assertThat(ethics.adviceOf(reference).orElseThrow().advice().summary()).isEqualTo("The list is fair.");
        ethics.advise(reference, advice(EthicsView.AGAINST, null), PANEL);
        assertThat(ethics.adviceOf(reference).orElseThrow().advice().advice()).isEqualTo(EthicsView.AGAINST);
        assertThat(events.of(reference.value()))
                .extracting(Event::type)
                .containsSubsequence("ethics.advised", "ethics.advice-lapsed", "ethics.advised")
                .containsOnlyOnce("ethics.advice-lapsed");
    }

    @Test
    void advisingAgainstTheProjectAsksTheSignatoryForReasonsToApproveIt() {
        ethics.advise(reference, advice(EthicsView.AGAINST, null), PANEL);

        assertThatThrownBy(() -> AssessedProjects.approve(dpias, reference))
                .isInstanceOf(Refused.class)
                .hasMessage("Give the reasons for approving against the advice of the ethics panel.");
        AssessedProjects.decide(
                dpias, reference, DpoView.ACCEPT, DpiaFixture.decision(Verdict.APPROVE, "The law asks for it."));

        assertThat(versions.html(versions.of(reference).get(0)))
                .contains("Reasons for approving against the advice of the ethics panel", "The law asks for it.");
        dpias.reopen(reference, EnumSet.allOf(DpiaSection.class), DpiaFixture.LEAD);
        assertThat(inDpia.advisesAgainst(reference)).isEmpty();
    }

    @Test
    void supportOnConditionsNamesThem() {
        assertThatThrownBy(() -> ethics.advise(reference, advice(EthicsView.SUPPORT_WITH_CONDITIONS, null), PANEL))
                .isInstanceOf(Refused.class)
                .hasMessage("Say on which conditions the panel supports the project.");
        ethics.advise(reference, advice(EthicsView.SUPPORT_WITH_CONDITIONS, "A yearly check."), PANEL);

        assertThat(inDpia.publicFacts(reference))
                .extracting(Fact::name)
                .containsExactly("The ethics panel’s view", "The ethics panel’s conditions");
        assertThat(inDpia.publicFacts(reference)).extracting(Fact::answer).noneMatch(answer -> answer.contains("Etta"));
    }

    @Test
    void isNotGivenByThePersonWhoLeadsTheProject() {
        var lead = ProjectFixture.leadOf(new OrganisationCode("manchester"));

        assertThatThrownBy(() -> ethics.advise(reference, advice(EthicsView.SUPPORT, null), lead))
                .isInstanceOf(Refused.class)
                .hasMessage("You lead this project, so somebody else on the ethics panel has to advise.");
    }

    @Test
    void tellsTheDocumentOfTheAssessmentWhatWasSaidToEachPrinciple() {
        ethics.advise(reference, advice(EthicsView.SUPPORT, null), PANEL);
        answers.keep(reference, Step.START, ProseFixture.given("ethics-advise", "What the panel says."), PANEL);
        ethics.recordAlgorithm(reference, TOOL, DpiaFixture.LEAD);
        answers.keep(reference, Step.START, ProseFixture.given("atrs-record", "An officer rings."), DpiaFixture.LEAD);

        var chapters = inDpia.chapters(reference, answers.in(InDocument.DPIA, reference));
        assertThat(chapters)
                .extracting(Chapter::title)
                .containsExactly("Advice of the ethics panel", "Algorithmic tool");
        assertThat(chapters.get(1).sections().get(0).facts())
                .extracting(Fact::id)
                .containsExactly("name", "how-it-is-used", "why-it-is-used", "contact");
        assertThat(chapters.get(0).sections())
                .extracting(Section::title)
                .containsExactly(
                        "Advice",
                        "Transparency",
                        "Accountability",
                        "Fairness",
                        "Privacy",
                        "Safety",
                        "Societal impact",
                        "Environmental sustainability",
                        "Trade-offs");
    }

    @Test
    void takesAnswersOfOtherFormsThoughNobodyAdvisedAndNoToolIsOnRecord() {
        answers.keep(reference, Step.START, ProseFixture.given("ethics-advise", "What the lead says."), PANEL);
        answers.keep(reference, Step.START, ProseFixture.given("atrs-record", "An officer rings."), DpiaFixture.LEAD);

        var chapters = inDpia.chapters(reference, answers.in(InDocument.DPIA, reference));

        assertThat(chapters).extracting(Chapter::key).containsExactly("ethics", "algorithm");
        assertThat(chapters.get(0).sections()).hasSize(8);
        assertThat(chapters.get(1).sections().get(0).facts()).hasSize(2);
    }

    @Test
    void keepsTheLastRecordOfTheAlgorithmicTool() {
        assertThat(ethics.algorithmOf(reference)).isEmpty();
        ethics.recordAlgorithm(reference, TOOL, DpiaFixture.LEAD);
        var renamed = new AlgorithmRecord("First calls", TOOL.website(), TOOL.email());
        ethics.recordAlgorithm(reference, renamed, DpiaFixture.LEAD);

        assertThat(ethics.algorithmOf(reference)).contains(renamed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "www.example.org",
                "https://example",
                "https://exa mple.org",
                "ftp://example.org"
            })
    void takesOnlyAddressesOfTheWebForAWebsite(String website) {
        assertThat(complaints(website, TOOL.email())).containsExactly("must be an address that begins with https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"somebody", "somebody@", "@example.org", "somebody@example", "a b@example.org"})
    void takesOnlyAddressesThatCanBeWrittenTo(String email) {
        assertThat(complaints(null, email)).contains("must be an email address");
    }

    @Test
    void takesAnAddressOfTheWebAndOneToWriteTo() {
        assertThat(complaints("https://www.example.org/tools?name=list", "early.help@example.org"))
                .isEmpty();
    }

    private static Set<String> complaints(@Nullable String website, String email) {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            return validator.validate(new AlgorithmRecord(TOOL.name(), website, email)).stream()
                    .map(violation -> violation.getMessage())
                    .collect(Collectors.toSet());
        }
    }

    private static EthicsAdvice advice(EthicsView view, @Nullable String conditions) {
        return new EthicsAdvice(view, "The list is fair.", conditions);
    }
}
