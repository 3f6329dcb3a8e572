package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.advice;
import static gm.sharing.journeys.Answers.dpiaDecision;
import static gm.sharing.journeys.Answers.dpiaSections;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.signature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.DemoApplication;
import gm.sharing.Shipped;
import gm.sharing.agreement.Agreement;
import gm.sharing.agreement.Agreements;
import gm.sharing.code.CodesInForce;
import gm.sharing.document.Digest;
import gm.sharing.document.Fact;
import gm.sharing.document.FieldChange;
import gm.sharing.document.Section;
import gm.sharing.dpia.DpiaContent;
import gm.sharing.dpia.DpiaSection;
import gm.sharing.dpia.DpiaStatus;
import gm.sharing.dpia.DpiaVersions;
import gm.sharing.dpia.Dpias;
import gm.sharing.project.Flow;
import gm.sharing.project.Law;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.project.Projects;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * What the release of 28 November 2026 left in its database is taken over: what is published keeps its words and digests,
 * what is under way goes on with the model that it began with.
 */
@DemoApplication
@TestPropertySource(properties = "test.database.left-by=2026-11-28")
class DataOfTheReleaseBeforeIntegrationTests {

    private static final String PUBLISHED = "SJ-2026-0001";
    private static final String SCREENED = "SJ-2026-0002";
    private static final String SENT_BACK = "SJ-2026-0003";
    private static final String CONSULTING = "SJ-2026-0004";
    private static final String SIGNING = "SJ-2026-0005";
    private static final String REFUSED = "SJ-2026-0006";

    private static final String LEAD = "lead.manchester";
    private static final String DPO = "dpo.manchester";

    @Autowired
    ProcessEngine engine;

    @Autowired
    Agreements agreements;

    @Autowired
    Projects projects;

    @Autowired
    Dpias dpias;

    @Autowired
    DpiaVersions versions;

    @Autowired
    CodesInForce codes;

    @Autowired
    JdbcClient jdbc;

    JourneyDriver journey;

    @BeforeEach
    void onTheDayAfter() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-29T09:00:00Z")));
        journey = new JourneyDriver(engine);
    }

    @AfterEach
    void letTheClockRun() {
        ClockUtil.reset();
    }

    @Test
    void takesOverAssurancesAsRowsAndThePartiesOfWhatIsPublished() {
        assertThat(jdbc.sql("select scheme, result, edition, valid_until from organisation_assurance"
                                + " where organisation = 'manchester' order by scheme")
                        .query((row, number) -> List.of(
                                row.getString(1),
                                row.getString(2),
                                String.valueOf(row.getString(3)),
                                String.valueOf(row.getDate(4))))
                        .list())
                .containsExactly(
                        List.of("cyber-essentials-plus", "cyber-essentials-plus-certified", "null", "null"),
                        List.of("dspt", "dspt-standards-met", "2025-26", "2027-06-30"));
        assertThat(jdbc.sql("select count(*) from organisation_assurance where result = 'dspt-not-published'"
                                + " and valid_until is null")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(jdbc.sql("select organisation from agreement_party where agreement = ?")
                        .param(PUBLISHED)
                        .query(String.class)
                        .list())
                .contains("manchester");
    }

    @Test
    void findsWhatIsPublishedInPlainLetters() {
        for (String typed : List.of("muller's Łodz", "MÜLLER’S łódź")) {
            assertThat(agreements.published(typed, Optional.empty(), Pageable.unpaged()))
                    .extracting(Agreement::reference)
                    .containsExactly(new ProjectReference(PUBLISHED));
        }
    }

    @Test
    void keepsTheWordsAndTheDigestsOfWhatIsPublished() {
        var version =
                agreements.find(new ProjectReference(PUBLISHED)).orElseThrow().version();

        assertThat(version.digest()).isEqualTo("241912bbc2a86f874d6fc9f981e12bc65cecb245b9f2a5ad96d8cc167dd96c28");
        assertThat(Digest.of(version.canonicalJson().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Digest(version.digest()));
        assertThat(agreements.find(Digest.of(agreements.pdf(version)))).isPresent();
        assertThat(agreements.html(version))
                .contains(
                        "6(1)(e) Public task",
                        "9(2)(g) Substantial public interest",
                        "Part 2: safeguarding of children and of individuals at risk",
                        "We keep the letters for one year.");
    }

    @Test
    void readsAsCodesWhatWasStoredInWords() {
        Law law = new Law(codes.now());

        for (var project : List.of(PUBLISHED, SCREENED, SENT_BACK, CONSULTING, SIGNING, REFUSED)) {
            assertThat(projects.get(new ProjectReference(project)).flows())
                    .as(project)
                    .isNotEmpty()
                    .allSatisfy(flow -> {
                        assertThat(law.lawfulBases().find(flow.article6())).isPresent();
                        assertThat(law.methods().find(flow.method())).isPresent();
                        assertThat(flow.powers()).containsExactly(Law.OTHER_POWER);
                        assertThat(law.powersInWords(flow)).containsExactly(flow.power());
                        assertThat(law.frequencies().find(flow.frequency())).isPresent();
                        assertThat(flow.article9() == null
                                        || law.specialCategories()
                                                .find(flow.article9())
                                                .isPresent())
                                .isTrue();
                    });
        }
        assertThat(projects.get(new ProjectReference(PUBLISHED)).flows())
                .extracting(Flow::article6, Flow::article9, Flow::schedule1)
                .contains(tuple("6(1)(e)", "9(2)(g)", "sch1-part2-18"));
        assertThat(jdbc.sql("select distinct refusal_ground from sign_off_statement where refusal_ground is not null")
                        .query(String.class)
                        .list())
                .containsExactly("no-lawful-basis");
    }

    @Test
    void goesOnWithTheSectionsThatWereSentBack() {
        assertThat(journey.openTasks(SENT_BACK)).containsExactly("Task_AssessNecessity", "Task_DescribeScope");
        readsTheSectionsAsTheyWereWritten();

        journey.complete(SENT_BACK, "Task_DescribeScope", LEAD, dpiaSections().get("Task_DpiaScope"));
        journey.complete(SENT_BACK, "Task_AssessNecessity", LEAD, dpiaSections().get("Task_DpiaNecessity"));
        journey.advise(SENT_BACK, "manchester", advice("accept"));
        journey.complete(SENT_BACK, "Task_DecideOnDpia", "signatory.manchester", dpiaDecision("approve"));

        assertThat(dpias.get(new ProjectReference(SENT_BACK)).status()).isEqualTo(DpiaStatus.APPROVED);
        assertThat(journey.openTasks(SENT_BACK)).containsExactly("Task_CheckDraft");
    }

    private void readsTheSectionsAsTheyWereWritten() {
        var reference = new ProjectReference(SENT_BACK);
        var before = versions.lastRound(reference).orElseThrow().content();
        var now = versions.draft(reference).orElseThrow();

        assertThat(DpiaVersions.changes(before, now))
                .extracting(FieldChange::part)
                .isSubsetOf("advice");
        assertThat(written(now)).isEqualTo(written(before)).hasSizeGreaterThan(28);
        assertThat(engine.getFormService()
                        .getTaskFormVariables(
                                journey.task(SENT_BACK, "Task_DescribeScope").getId()))
                .containsEntry("area", written(before).get("Scope of the processing: Area"));
    }

    @Test
    void writesTheArrangementsIntoTheNextDraftAsTheyWereAgreed() {
        var reference = new ProjectReference(REFUSED);
        var before = agreements.latest(reference);
        var now = agreements.draft(reference);

        assertThat(agreements.fieldChanges(reference, before.number(), now.number()))
                .extracting(FieldChange::part)
                .doesNotContain("rights", "care");
        assertThat(now.content().sections("arrangements")).hasSize(10);
        assertThat(now.content().sections("retention"))
                .extracting(Section::text)
                .isEqualTo(before.content().sections("retention").stream()
                        .map(Section::text)
                        .toList());
    }

    @Test
    void keepsWhatThePanelSaidEachTimeAndWhatIsToldOfTheTool() {
        var draft = versions.draft(new ProjectReference(CONSULTING)).orElseThrow();

        assertThat(chapter(draft, "ethics"))
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
        assertThat(chapter(draft, "ethics")).extracting(Section::text).allSatisfy(said -> assertThat(said)
                .contains("as the panel saw it again."));
        assertThat(jdbc.sql(
                                "select answer from answer where form = 'ethics-advise' and question_key = 'fairness' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("Fairness, as the panel saw it first.", "Fairness, as the panel saw it again.");
        assertThat(chapter(draft, "algorithm").get(0).facts())
                .extracting(Fact::name, Fact::answer)
                .containsExactly(
                        tuple("Name", "Early help score"),
                        tuple("How it is used", "A caseworker reads it."),
                        tuple("Why it is used", "To see who needs help."),
                        tuple("Contact", "score@example.org"));
    }

    private static List<Section> chapter(DpiaContent content, String key) {
        return content.chapters().stream()
                .filter(chapter -> chapter.key().equals(key))
                .flatMap(chapter -> chapter.sections().stream())
                .toList();
    }

    private static Map<String, String> written(DpiaContent content) {
        Map<String, String> written = new LinkedHashMap<>();
        content.chapters().stream()
                .filter(chapter -> Stream.of(DpiaSection.values())
                        .anyMatch(section -> section.label().equals(chapter.title())))
                .forEach(chapter -> chapter.sections()
                        .forEach(section -> written.put(chapter.title() + ": " + section.title(), section.text())));
        return written;
    }

    @Test
    void screensWhatWasDescribed() {
        journey.complete(SCREENED, "Task_AnswerScreening", LEAD, nothingInScreening());

        assertThat(journey.openTasks(SCREENED)).isNotEmpty().doesNotContain("Task_AnswerScreening");
    }

    @Test
    void publishesWhatThePartnersSignOnTheModelThatTheyBeganWith() {
        journey.complete(SIGNING, "bolton", "Task_SignAgreement", "signatory.bolton", signature("sign"));
        journey.complete(SIGNING, "bury", "Task_ReviewAgreement", "ig.bury", review("sign"));
        journey.complete(SIGNING, "bury", "Task_SignAgreement", "signatory.bury", signature("sign"));

        assertThat(status(SIGNING)).isEqualTo(ProjectStatus.PUBLISHED);
        var version =
                agreements.find(new ProjectReference(SIGNING)).orElseThrow().version();
        assertThat(version.digest()).isEqualTo("da06240bc0bdf1b49ac7a512e034ae474389cf0f008b2ee8c7c14d119e5ca386");
    }

    @Test
    void takesARefusalAndAConsultationOnwards() {
        assertThat(shown(REFUSED, "Task_DecideRefusal", "refusals"))
                .contains("On “Looking after the information: Retention”:", "On “The agreement as a whole”:");
        journey.complete(
                REFUSED,
                "Task_DecideRefusal",
                "board",
                Map.of("decision", "back-to-lead", "reasons", "Its ground can be met."));

        assertThat(status(REFUSED)).isEqualTo(ProjectStatus.IN_REVISION);
        assertThat(journey.openTasks(REFUSED)).containsExactly("Task_ReviseProject");
        assertThat(shown(REFUSED, "Task_ReviseProject", "reasons"))
                .containsSubsequence(
                        "#### The agreement as a whole",
                        "> We were not heard.",
                        "#### Looking after the information: Retention",
                        "> One year is enough.");
        assertThat(journey.openTasks(CONSULTING)).containsExactly("Task_SubmitToIco");
        assertThat(journey.openTasks(PUBLISHED)).contains("Task_ConfirmOwnMeasure");

        journey.complete(
                CONSULTING,
                "Task_SubmitToIco",
                DPO,
                Map.of(
                        "regime", "uk-gdpr",
                        "sent", List.of("responsibilities", "purposes", "safeguards", "dpo-contact", "dpia"),
                        "submittedOn", "2026-11-29"));
        journey.complete(
                PUBLISHED,
                "Task_ConfirmOwnMeasure",
                LEAD,
                Map.of("inPlace", "true", "evidence", "The test of 27 November, page 4."));

        assertThat(journey.openTasks(CONSULTING)).containsExactly("Task_RecordAcceptance");
        assertThat(journey.openTasks(PUBLISHED)).doesNotContain("Task_ConfirmOwnMeasure");
    }

    @Test
    void knowsByTheNameOfItsFormInWhichTaskEachAnswerWasGiven() {
        var tasks = jdbc.sql("select distinct form, element from answer where element is not null")
                .query((row, number) -> Map.entry(row.getString("form"), row.getString("element")))
                .list();

        assertThat(tasks).extracting(Map.Entry::getKey).contains("dpia-need", "ethics-advise", "atrs-record");
        assertThat(tasks).allSatisfy(task -> assertThat(task.getValue()).isEqualTo(Shipped.task(task.getKey())));
    }

    private String shown(String project, String task, String name) {
        return engine.getFormService()
                .getTaskFormVariables(journey.task(project, task).getId())
                .get(name)
                .toString();
    }

    private ProjectStatus status(String project) {
        return projects.get(new ProjectReference(project)).status();
    }
}
