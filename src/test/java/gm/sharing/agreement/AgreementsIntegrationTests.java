package gm.sharing.agreement;

import static gm.sharing.agreement.AgreementScenario.MANCHESTER;
import static gm.sharing.document.DocumentFixture.assertIsPdfUa;
import static gm.sharing.document.DocumentFixture.text;
import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.PagesApplication;
import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.document.Change;
import gm.sharing.project.FlowList;
import gm.sharing.project.Needs;
import gm.sharing.project.PartnerList;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.signoff.Decision;
import gm.sharing.signoff.DpiaPosition;
import gm.sharing.signoff.StandingSignature;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Agreements on a real database, from the first draft to publication. */
@PagesApplication
class AgreementsIntegrationTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AgreementScenario scenario;

    @Autowired
    Agreements agreements;

    @Autowired
    Projects projects;

    @Autowired
    AuditTrail trail;

    @BeforeEach
    void stopTheClock() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-06-01T09:00:00Z")));
    }

    @AfterEach
    void letTheClockRun() {
        ClockUtil.reset();
    }

    @Test
    void numbersVersionsFromOneNought() {
        var project = scenario.drafted("Numbers");
        agreements.draft(project);

        assertThat(agreements.versions(project))
                .extracting(AgreementVersion::number)
                .containsExactly("1.0", "1.1");
        assertThat(agreements.latest(project).number()).isEqualTo("1.1");
        assertThat(agreements.version(project, "1.0").digest())
                .isNotEqualTo(agreements.version(project, "1.1").digest());
    }

    @Test
    void keepsTextsOf30000CharactersWhole() {
        var project = scenario.proposed("Long texts");
        var purpose = "Ŵ – “".repeat(6_000);
        var needs = ProjectFixture.needs();
        scenario.describe(
                project,
                new Needs(
                        null,
                        purpose,
                        needs.necessity(),
                        needs.benefits(),
                        needs.dataSubjects(),
                        needs.groups(),
                        needs.volume(),
                        needs.scale(),
                        needs.matching(),
                        needs.dataItems()),
                ProjectFixture.partners(MANCHESTER, BURY),
                ProjectFixture.flows(ProjectFixture.flow(MANCHESTER, BURY)));

        var version = agreements.draft(project);

        assertThat(purpose).hasSize(30_000);
        assertThat(agreements
                        .latest(project)
                        .content()
                        .sections("purpose")
                        .get(0)
                        .text())
                .isEqualTo(purpose);
        assertThat(agreements.latest(project).digest()).isEqualTo(version.digest());
        assertThat(agreements.html(version)).contains(purpose);
    }

    @Test
    void refusesToDraftAProjectThatIsNotDescribed() {
        var project = scenario.proposed("Nothing said");

        assertThatThrownBy(() -> agreements.draft(project))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("described in full");
    }

    @Test
    void refusesAVersionThatIsNotThere() {
        var project = scenario.drafted("One version");

        assertThatThrownBy(() -> agreements.version(project, "1.1")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> agreements.latest(scenario.proposed("None"))).isInstanceOf(Refused.class);
    }

    @Test
    void tellsWhatChangedBetweenVersions() {
        var project = scenario.sentForSignOff("Changes");
        projects.sentBackToLead(project);
        var needs = ProjectFixture.needs();
        scenario.describe(
                project,
                new Needs(
                        null,
                        "Something else.",
                        needs.necessity(),
                        needs.benefits(),
                        needs.dataSubjects(),
                        needs.groups(),
                        needs.volume(),
                        needs.scale(),
                        needs.matching(),
                        needs.dataItems()),
                ProjectFixture.partners(MANCHESTER, BURY, WIGAN),
                ProjectFixture.flows(ProjectFixture.flow(MANCHESTER, BURY, WIGAN)));
        agreements.draft(project);

        assertThat(agreements.changes(project, "1.0", "1.1"))
                .extracting(Change::section, Change::after)
                .containsExactly(tuple("purpose", "Something else."));
    }

    @Test
    void holdsNoWordOfADraftThatNobodyWasSent() throws Exception {
        var project = scenario.sentForSignOff("Unsent words");
        projects.sentBackToLead(project);
        scenario.describe(project, withBenefits("SECRET of a draft."), three(), flows());
        agreements.draft(project);
        projects.drafted(project);
        projects.sentBackToLead(project);
        scenario.describe(project, withBenefits("What everybody may read."), three(), flows());
        var third = agreements.draft(project);
        projects.drafted(project);
        var draft = agreements.html(third) + text(agreements.pdf(third));
        scenario.openFor(project, MANCHESTER, BURY, WIGAN);
        List.of(MANCHESTER, BURY, WIGAN).forEach(party -> scenario.sign(project, party, Decision.SIGN));

        agreements.publish(project);

        assertThat(draft + agreements.html(third) + text(agreements.pdf(third)) + third.canonicalJson())
                .contains("What everybody may read.")
                .doesNotContain("SECRET", "Changes since");
    }

    private static Needs withBenefits(String benefits) {
        var needs = ProjectFixture.needs();
        return new Needs(
                null,
                needs.purpose(),
                needs.necessity(),
                benefits,
                needs.dataSubjects(),
                needs.groups(),
                needs.volume(),
                needs.scale(),
                needs.matching(),
                needs.dataItems());
    }

    private static PartnerList three() {
        return ProjectFixture.partners(MANCHESTER, BURY, WIGAN);
    }

    private static FlowList flows() {
        return ProjectFixture.flows(ProjectFixture.flow(MANCHESTER, BURY, WIGAN));
    }

    @Test
    void publishesWithTheSignaturesUnderTheSameDigest() throws Exception {
        var project = scenario.signed("Publish");
        var draft = agreements.latest(project);

        var agreement = agreements.publish(project);

        var published = agreements.find(project).orElseThrow().version();
        assertThat(published.digest()).isEqualTo(draft.digest());
        assertThat(agreement.startsOn()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(agreement.reviewOn()).isEqualTo(LocalDate.of(2027, 9, 1));
        assertThat(agreements.html(published))
                .contains(
                        "Signed and published",
                        "Signed with conditions",
                        "Access is reviewed every quarter.",
                        draft.digest())
                .doesNotContain("Draft:");
        try (var pdf = Loader.loadPDF(agreements.pdf(published))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("Senior Information Risk Owner", "1 June 2026", draft.digest());
        }
    }

    @Test
    void publishesWhatAPartnerAdaptsAsItsAnnex() throws Exception {
        var project = scenario.sentWithDpia("Annexes");
        scenario.sign(project, MANCHESTER, Decision.SIGN);
        scenario.sign(project, BURY, Decision.SIGN, DpiaPosition.ADAPT);
        scenario.sign(project, WIGAN, Decision.SIGN, DpiaPosition.ADOPT);
        assertThat(agreements.html(agreements.latest(project))).doesNotContain("We keep the letters");

        agreements.publish(project);

        var published = agreements.find(project).orElseThrow().version();
        assertThat(agreements.html(published))
                .contains("D.1 How Bury Council adapts the DPIA", "We keep the letters for one year only.")
                .doesNotContain("How Wigan Council adapts", "Officer ig");
        assertIsPdfUa(agreements.pdf(published));
    }

    @Test
    void saysOfEachSignatureWhatWasSignedAndWhyItStands() throws Exception {
        var project = scenario.sentForSignOff("Two versions");
        scenario.sign(project, BURY, Decision.SIGN_WITH_CONDITIONS);
        scenario.sign(project, WIGAN, Decision.REQUEST_CHANGES);
        var first = agreements.latest(project);
        projects.sentBackToLead(project);
        scenario.describe(
                project,
                ProjectFixture.needs(),
                ProjectFixture.partners(MANCHESTER, BURY, WIGAN),
                ProjectFixture.flows(
                        ProjectFixture.flow(MANCHESTER, BURY, WIGAN), ProjectFixture.flow(WIGAN, MANCHESTER)));
        var second = agreements.draft(project);
        projects.drafted(project);
        var why = "Nothing that concerns it has changed since version 1.0, which it signed.";
        scenario.openFor(project, new StandingSignature(BURY, "1.0", why), MANCHESTER, WIGAN);
        scenario.sign(project, MANCHESTER, Decision.SIGN);
        scenario.sign(project, WIGAN, Decision.SIGN);

        agreements.publish(project);

        assertThat(agreements.html(second))
                .containsSubsequence(
                        "12.1 Manchester City Council",
                        "1 June 2026 at 10:00",
                        second.digest(),
                        "12.2 Bury Council",
                        "Signed with conditions",
                        "Senior Information Risk Owner",
                        ">1.0<",
                        first.digest(),
                        why,
                        "12.3 Wigan Council",
                        "Annex C: Conditions of the parties",
                        "Access is reviewed every quarter.",
                        "Project lead")
                .doesNotContain("Nobody has signed", "Changes since version");
        assertIsPdfUa(agreements.pdf(second));
    }

    @Test
    void doesNotPublishForAPartnerThatDissents() {
        var project = scenario.sentWithDpia("Dissent");
        scenario.sign(project, MANCHESTER, Decision.SIGN);
        scenario.sign(project, WIGAN, Decision.SIGN, DpiaPosition.ADOPT);
        scenario.sign(project, BURY, Decision.REQUEST_CHANGES, DpiaPosition.DISSENT);

        assertThatThrownBy(() -> agreements.publish(project)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void namesThoseWhoSignAndNobodyElse() throws Exception {
        var project = scenario.published("Names");
        var version = agreements.find(project).orElseThrow().version();

        assertThat(agreements.html(version))
                .contains("Officer signatory")
                .doesNotContain("Officer ig", "Officer dpo", "Lee Lead");
        try (var pdf = Loader.loadPDF(agreements.pdf(version))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Officer signatory");
        }
        assertThat(version.canonicalJson())
                .doesNotContain("Officer signatory", "Officer ig", "Officer dpo", "Lee Lead");
    }

    @Test
    void publishesOnce() {
        var project = scenario.published("Once");
        var before = agreements.find(project).orElseThrow();

        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-06-02T09:00:00Z")));
        agreements.publish(project);

        assertThat(agreements.find(project).orElseThrow().publishedAt()).isEqualTo(before.publishedAt());
        assertThat(trail.of(project.value())).extracting(Event::type).containsOnlyOnce("agreement.published");
    }

    @Test
    void doesNotPublishWhatAPartnerHasNotSigned() {
        var project = scenario.sentForSignOff("Two of three");
        scenario.sign(project, MANCHESTER, Decision.SIGN);
        scenario.sign(project, BURY, Decision.SIGN);

        assertThatThrownBy(() -> agreements.publish(project)).isInstanceOf(IllegalStateException.class);
        assertThat(agreements.find(project)).isEmpty();
    }

    @Test
    void isInForceFromItsPublicationAndReviewedFromThenOn() {
        var project = scenario.signed("Late");
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-10-05T09:00:00Z")));

        var agreement = agreements.publish(project);

        assertThat(agreement.startsOn()).isEqualTo(LocalDate.of(2027, 10, 5));
        assertThat(agreement.reviewOn()).isEqualTo(LocalDate.of(2028, 10, 5));
        assertThat(status(project, LocalDate.of(2027, 10, 5))).isEqualTo(AgreementStatus.IN_FORCE);
        assertThat(agreements.html(agreement.version()))
                .contains("in force from 5 October 2027", "5 October 2028", "No end date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-09-30", "2027-12-31"})
    void isReviewedByItsLastDay(LocalDate last) {
        var project = scenario.signed("Ends early", last);
        ClockUtil.setCurrentTime(Date.from(Instant.parse(last + "T09:00:00Z")));

        var agreement = agreements.publish(project);

        assertThat(agreement.startsOn()).isEqualTo(last);
        assertThat(agreement.reviewOn()).isEqualTo(last);
        assertThat(status(project, last)).isEqualTo(AgreementStatus.IN_FORCE);
        assertThat(status(project, last.plusDays(1))).isEqualTo(AgreementStatus.ENDED);
    }

    @Test
    void isNotPublishedAfterItsLastDay() {
        var project = scenario.signed("Ended", LocalDate.of(2026, 9, 30));
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-10-01T09:00:00Z")));

        assertThatThrownBy(() -> agreements.publish(project))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(project + " ended on 30 September 2026, before it was published.");
        assertThat(agreements.find(project)).isEmpty();
    }

    @Test
    void findsAgreementsByAllWords() {
        var project = scenario.published("Warmth for 100% of homes");

        assertThat(agreements.published("WARMTH  bury", Optional.empty(), Pageable.unpaged()))
                .extracting(Agreement::reference)
                .containsExactly(project);
        assertThat(agreements.published("warmth 100%", Optional.empty(), Pageable.unpaged()))
                .extracting(Agreement::reference)
                .containsExactly(project);
        assertThat(agreements.published("warmth penguins", Optional.empty(), Pageable.unpaged()))
                .isEmpty();
        assertThat(agreements.published("warmth _", Optional.empty(), Pageable.unpaged()))
                .isEmpty();
        assertThat(agreements.published("", Optional.empty(), Pageable.unpaged()))
                .extracting(Agreement::reference)
                .contains(project);
    }

    @Test
    void findsAgreementsHoweverTheirWordsAreTyped() {
        var project = scenario.published("Müller’s “early help” Łódź");

        for (var typed : List.of(
                "muller",
                "MÜLLER's",
                "\"early help\"",
                "lodz",
                "children act 2004",
                project.value().toLowerCase(Locale.UK))) {
            assertThat(agreements.published(typed, Optional.empty(), Pageable.unpaged()))
                    .as(typed)
                    .extracting(Agreement::reference)
                    .contains(project);
        }
        assertThat(agreements.published("mullers", Optional.empty(), Pageable.unpaged()))
                .isEmpty();
    }

    @Test
    void findsAgreementsThatHaveEnded() {
        var project = scenario.published("Ended long ago");
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2060-01-01T09:00:00Z")));

        assertThat(agreements.published("ended long", Optional.empty(), Pageable.unpaged()))
                .extracting(Agreement::reference)
                .containsExactly(project);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-08-31", "2026-09-01", "2027-09-01", "2027-09-02", "2028-01-01", "2028-01-02"})
    void findsAgreementsByWhereTheyStandOnTheDay(LocalDate day) {
        var project = scenario.published("Filtered by " + day);
        jdbc.sql("update agreement set ends_on = date '2028-01-01' where reference = ?")
                .param(project.value())
                .update();
        ClockUtil.setCurrentTime(Date.from(day.atTime(9, 0).toInstant(ZoneOffset.UTC)));

        for (var status : AgreementStatus.values()) {
            assertThat(agreements.published("filtered " + day, Optional.of(status), Pageable.unpaged()))
                    .as(status.code())
                    .hasSize(status(project, day) == status ? 1 : 0);
            assertThat(AgreementStatus.of(status.code())).contains(status);
        }
    }

    @Test
    void recordsTheDraftAndThePublication() {
        var project = scenario.published("Events");

        assertThat(trail.of(project.value()))
                .filteredOn(event -> event.type().startsWith("agreement."))
                .extracting(Event::what)
                .containsExactly(
                        "Version 1.0 of the agreement was drafted. The digest of its content is "
                                + agreements.latest(project).digest() + ".",
                        "Version 1.0 of the agreement was published. It is in force from 1 September 2026.");
    }

    @Test
    void knowsWhereItStandsOnADay() {
        var project = scenario.published("Standing");

        assertThat(List.of(
                        status(project, LocalDate.of(2026, 8, 31)),
                        status(project, LocalDate.of(2026, 9, 1)),
                        status(project, LocalDate.of(2027, 9, 2))))
                .containsExactly(
                        AgreementStatus.STARTS_LATER, AgreementStatus.IN_FORCE, AgreementStatus.REVIEW_OVERDUE);
    }

    private AgreementStatus status(ProjectReference project, LocalDate day) {
        return agreements.find(project).orElseThrow().statusOn(day);
    }
}
