package gm.sharing.agreement;

import static gm.sharing.agreement.AgreementScenario.MANCHESTER;
import static gm.sharing.document.DocumentFixture.assertIsPdfUa;
import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.PagesApplication;
import gm.sharing.audit.Event;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Agreements on a real database from their publication on: signatures, their time, and finding them. */
@PagesApplication
@Tag("one-database")
class PublishedAgreementsIntegrationTests extends AgreementsOfPartners {

    @Autowired
    JdbcClient jdbc;

    @Tag("both-databases")
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

    @Tag("both-databases")
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

    @Tag("both-databases")
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

    @Tag("both-databases")
    @Test
    void findsAgreementsThatHaveEnded() {
        var project = scenario.published("Ended long ago");
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2060-01-01T09:00:00Z")));

        assertThat(agreements.published("ended long", Optional.empty(), Pageable.unpaged()))
                .extracting(Agreement::reference)
                .containsExactly(project);
    }

    @Tag("both-databases")
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
