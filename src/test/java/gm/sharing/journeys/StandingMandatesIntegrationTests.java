package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.signature;
import static gm.sharing.journeys.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.DemoApplication;
import gm.sharing.absence.Absences;
import gm.sharing.audit.Event;
import gm.sharing.mandate.Ending;
import gm.sharing.organisation.Directory;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.signoff.SignOffId;
import gm.sharing.signoff.Step;
import gm.sharing.workflow.access.LookWhoIsThere;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An IG officer of a partner signs what changed since its signatory signed, where a standing mandate lets them. */
@DemoApplication
@Tag("one-database")
class StandingMandatesIntegrationTests extends MandatedProject {

    @Tag("both-databases")
    @Test
    void lettingOfficersSignCoversTheSecondRoundAndIsShownAndToldEachTime() {
        var project = changedAfterBoltonSigned("deletion", "Each recipient deletes within a week.");
        var reference = new ProjectReference(project);
        var before = agreements.version(reference, "1.0");
        mandates.by(GIVER, "bolton", "arrangements.deletion", "contact");
        reviewed(project);

        assertThat(candidates(project)).containsExactlyInAnyOrder("signatory-bolton", "ig-bolton");
        assertThat(text(project, "mandate"))
                .contains(
                        "may sign this under a standing mandate",
                        "Senior Information Risk Owner",
                        "How the information is deleted")
                .contains("since version 1.0", "it had none, so choose “Sign”")
                .contains("/organisations/bolton/mandates");
        journey.complete(project, "bolton", SIGN, OFFICER, UNDER_MANDATE);

        var said = signOffs.get(new SignOffId(reference, 2, BOLTON))
                .said()
                .at(Step.SIGNATURE)
                .orElseThrow();
        assertThat(said.speaker().by().person()).isEqualTo(OFFICER);
        assertThat(said.speaker().actedAs().mandate().giver()).isEqualTo(people.nameOf(GIVER));
        assertThat(told(project, "Send_TellMandate")).contains(GIVER).doesNotContain(OFFICER);
        assertThat(notice(project))
                .contains("has signed version 1.1", "as IG officer, under the standing mandate that")
                .contains("/organisations/bolton/mandates");
        assertThat(trail.of(project))
                .filteredOn(event -> event.type().equals("signoff.signature-decided"))
                .last()
                .extracting(Event::what)
                .asString()
                .contains("An IG officer of Bolton Council (IG Manager) decided in the place of its signatory")
                .contains("under the standing mandate of " + people.nameOf(GIVER));
        assertThat(trail.latest(Directory.EVENTS, BOLTON, 1))
                .singleElement()
                .satisfies(event -> assertThat(event.type()).isEqualTo("mandate.used"))
                .satisfies(event -> assertThat(event.what()).contains("for version 1.1 of " + project + ": sign"));

        assertThat(page(project, OFFICER)).contains("Decided as IG officer under the standing mandate of ");
        assertThat(page(project, "ig.bury")).doesNotContain("standing mandate of ");

        signs(project, "manchester");
        signs(project, "bury");
        assertThat(status(project)).isEqualTo(ProjectStatus.PUBLISHED);
        assertThat(agreements.html(agreements.latest(reference)))
                .contains("IG officer of Bolton Council, under the standing mandate of " + people.nameOf(GIVER)
                        + ", Senior Information Risk Owner, given on ");
        var now = agreements.version(reference, "1.0");
        assertThat(now.digest()).isEqualTo(before.digest());
        assertThat(now.canonicalJson()).isEqualTo(before.canonicalJson());
    }

    @Test
    void coversNothingThatChangedInAnotherPart() {
        mandates.by(GIVER, "bolton", "title", "contact");
        var project = changedAfterBoltonSigned("deletion", "Each recipient deletes within a week.");
        reviewed(project);

        signatoryAlone(project);
    }

    @Test
    void isComparedWithWhatASignatorySignedAndNotWithWhatAnOfficerDid() {
        mandates.by(GIVER, "bolton", "arrangements.deletion", "arrangements.breaches");
        var project = changedAfterBoltonSigned("deletion", "Each recipient deletes within a week.");
        reviewed(project);
        journey.complete(project, "bolton", SIGN, OFFICER, UNDER_MANDATE);
        journey.complete(project, "manchester", "Task_ReviewAgreement", "ig.manchester", review("sign"));
        journey.complete(project, "manchester", SIGN, SIRO, signature("sign"));
        journey.complete(project, "bury", "Task_ReviewAgreement", "ig.bury", review("request-changes"));
        revise(project, with(arrangements(), "breaches", "Told to the provider within 12 hours."));
        reviewed(project);

        assertThat(text(project, "mandate")).contains("since version 1.0");
    }

    @Test
    void doesNotCountBeforeTheFirstVersionIsSigned() {
        mandates.by(GIVER, "bolton", "arrangements.deletion");
        var project = sentOutWithoutDpia("manchester", "bolton");
        reviewed(project);

        signatoryAlone(project);
    }

    @Tag("both-databases")
    @Test
    void doesNotCountWhenItHasRunOutOrHasNotBegun() {
        mandates.by(GIVER, "bolton", "arrangements.deletion");
        database.update(
                "update mandate set first_day = ?, last_day = ? where ended_because is null",
                LocalDate.now().minusDays(9),
                LocalDate.now().minusDays(1));
        var project = changedAfterBoltonSigned("deletion", "Each recipient deletes within a week.");
        reviewed(project);
        signatoryAlone(project);
        assertThat(mandates.latest("bolton").endedBecause()).contains(Ending.RAN_OUT);
    }

    @Test
    void isRefusedInPlainWordsWhenItIsRevokedWhileTheFormIsOpen() {
        var mandate = mandates.by(GIVER, "bolton", "arrangements.deletion");
        var project = changedAfterBoltonSigned("deletion", "Each recipient deletes within a week.");
        reviewed(project);
        var task = journey.task(project, "bolton", SIGN).getId();
        journey.as(OFFICER, () -> {
            engine.getTaskService().claim(task, OFFICER);
            return null;
        });

        mandates.revoke(mandate, "bolton", "admin.bolton");

        assertThatThrownBy(() -> journey.complete(project, "bolton", SIGN, OFFICER, UNDER_MANDATE))
                .hasMessage(
                        "No standing mandate of your organisation covers this version any more. It may have been revoked"
                                + " or have run out, or the day of a condition may have passed, while you had the form open. A"
                                + " signatory of your organisation has to decide now; nothing was signed.");
        assertThat(text(project, "mandate")).contains("No standing mandate covers this any more");
        signatoryAlone(project);
        assertThat(journey.task(project, "bolton", SIGN).getAssignee()).isNull();
        journey.complete(project, "bolton", SIGN, GIVER, signature("sign"));
        assertThat(told(project, "Send_TellMandate")).isEmpty();
    }

    @Test
    void leavesATaskThatNobodyTookToTheSignatoriesAtOnceWhenItIsRevoked() {
        var mandate = mandates.by(GIVER, "bolton", "arrangements.deletion");
        var project = changedAfterBoltonSigned("deletion", "Each recipient deletes within a week.");
        reviewed(project);
        assertThat(candidates(project)).contains("ig-bolton");

        mandates.revoke(mandate, "bolton", GIVER);

        assertThat(candidates(project)).containsExactly("signatory-bolton");
    }

    @Test
    void endsWhenWhoeverGaveItSignsForTheOrganisationNoMore() {
        mandates.by(GIVER, "bolton", "arrangements.deletion");
        var project = changedAfterBoltonSigned("deletion", "Each recipient deletes within a week.");
        reviewed(project);
        assertThat(candidates(project)).contains("ig-bolton");

        engine.getIdentityService().deleteMembership(GIVER, "signatory-bolton");

        assertThatThrownBy(() -> journey.complete(project, "bolton", SIGN, OFFICER, UNDER_MANDATE))
                .hasMessageContaining("covers this version any more");
        signatoryAlone(project);
        assertThat(mandates.latest("bolton").endedBecause()).contains(Ending.GIVER_LEFT);
        engine.getIdentityService().createMembership(GIVER, "signatory-bolton");
        assertThat(text(project, "mandate")).as("it does not come back").isEmpty();
    }

    @Test
    void letsTheOfficerSignOnlyAndLeavesTheRestToASignatory() {
        mandates.by(GIVER, "bolton", "arrangements.deletion");
        var project = changedAfterBoltonSigned("deletion", "Each recipient deletes within a week.");
        reviewed(project);

        refusedToOfficer(project, with(signature("refuse"), "role", "IG Manager"), "an officer cannot refuse");
        refusedToOfficer(project, signature("sign-with-conditions"), "a standing mandate adds none");
        var ask = Map.<String, Object>of("decision", "ask", "question", "Whose week is meant?");
        journey.complete(project, "bolton", SIGN, OFFICER, ask);
        answers(project);
        assertThat(journey.task(project, "bolton", SIGN).getAssignee()).isEqualTo(OFFICER);
        journey.complete(project, "bolton", SIGN, OFFICER, signature("request-changes"));

        assertThat(notice(project)).contains("asks for changes to version 1.1");
    }

    @Test
    void isOfNoUseToWhoeverLeadsTheProject() {
        mandates.by(GIVER, "bolton", "arrangements.deletion");
        var project = changedAfterBoltonSigned("deletion", "Each recipient deletes within a week.");
        reviewed(project);
        trail.record(project, OFFICER, "project.revised", "Works on the project as its lead by now.");

        refusedToOfficer(project, UNDER_MANDATE, "You lead this project, so somebody else");
    }

    @Tag("both-databases")
    @Test
    void doesNotCountWhereTwoPeopleSignOrAnotherOrganisationActs() {
        mandates.by(GIVER, "bolton", "arrangements.deletion");
        var project = changedAfterBoltonSigned("deletion", "Each recipient deletes within a week.");
        reviewed(project);
        assertThat(candidates(project)).contains("ig-bolton");
        database.update("update organisation set acted_for_by = 'wigan' where code = 'bolton'");
        try {
            refusedToOfficer(project, UNDER_MANDATE, "covers this version any more");
        } finally {
            database.update("update organisation set acted_for_by = null where code = 'bolton'");
        }
        database.update(
                "update sign_off set signatories = 2 where project = ? and round = 2 and partner = 'bolton'", project);

        refusedToOfficer(project, UNDER_MANDATE, "covers this version any more");
        signatoryAlone(project);
    }

    @Tag("both-databases")
    @Test
    void doesNotCountOnceTheDayOfAConditionHasPassed() {
        mandates.by(GIVER, "bolton", "arrangements.deletion");
        var project =
                changedAfterBoltonSigned("deletion", "Each recipient deletes within a week.", "sign-with-conditions");
        reviewed(project);
        assertThat(candidates(project)).contains("ig-bolton");
        var kept = signOffs.get(new SignOffId(new ProjectReference(project), 1, BOLTON))
                .conditions()
                .get(0);
        assertThat(text(project, "conditions"))
                .as("filled in for the officer")
                .contains(kept.text(), String.valueOf(kept.due()));
        assertThat(text(project, "mandate")).contains("choose “Sign with conditions” and keep these", kept.text());
        database.update(
                "update sign_off_condition set due = ? where sign_off in (select id from sign_off where project = ?)",
                LocalDate.now().minusDays(1),
                project);

        assertThat(text(project, "mandate")).contains("or the day of a condition passed");
        refusedToOfficer(project, UNDER_MANDATE, "the day of a condition may have passed");
        signatoryAlone(project);
    }

    @Tag("both-databases")
    @Test
    void isNotComparedWithWhatADeputyOfTheSignatorySigned() {
        mandates.by(GIVER, "bolton", "arrangements.deletion");
        var project = changedAfterBoltonSigned("deletion", "Each recipient deletes within a week.");
        database.update(
                "update sign_off_statement set deputy_for = 'somebody', deputy_for_name = 'Somebody' where step ="
                        + " 'SIGNATURE' and sign_off in (select id from sign_off where project = ? and partner = 'bolton')",
                project);
        reviewed(project);

        signatoryAlone(project);
    }

    @Tag("both-databases")
    @Test
    void isToldOfWhateverSomebodyWroteInBraces() {
        mandates.by(GIVER, "bolton", "arrangements.deletion");
        database.update("update mandate set giver_post = 'SIRO {due} {partner}' where ended_because is null");
        var project = changedAfterBoltonSigned("deletion", "Each recipient deletes within a week.");
        reviewed(project);

        journey.complete(project, "bolton", SIGN, OFFICER, UNDER_MANDATE);

        assertThat(notice(project)).contains("SIRO (due) (partner)");
    }

    @Test
    void letsAnOfficerWhoReviewedSignWhileTheyAreDeputyOfWhoeverGaveIt() {
        mandates.by(GIVER, "bolton", "arrangements.deletion");
        var project = changedAfterBoltonSigned("deletion", "Each recipient deletes within a week.");
        reviewed(project);
        var today = LocalDate.now();
        var giver = people.find(GIVER).orElseThrow();
        beans.getBean(Absences.class).note(GIVER, OFFICER, today, today.plusDays(2), giver);
        try {
            LookWhoIsThere.now(beans);

            journey.complete(project, "bolton", SIGN, OFFICER, UNDER_MANDATE);
        } finally {
            database.update("delete from absence");
            LookWhoIsThere.now(beans);
        }

        var actedAs = signOffs.get(new SignOffId(new ProjectReference(project), 2, BOLTON))
                .said()
                .at(Step.SIGNATURE)
                .orElseThrow()
                .speaker()
                .actedAs();
        assertThat(actedAs.mandate()).isNotNull();
        assertThat(actedAs.deputyFor()).isNull();
    }

    @Test
    void isOfNoUseToOfficersOfOtherOrganisations() {
        mandates.by(GIVER, "bolton", "arrangements.deletion");
        var project = changedAfterBoltonSigned("deletion", "Each recipient deletes within a week.");
        reviewed(project);

        assertThatThrownBy(() -> journey.complete(project, "bolton", SIGN, "ig.bury", UNDER_MANDATE))
                .hasMessageContaining("You may not do this");
        assertThat(candidates(project)).contains("ig-bolton");
        journey.complete(project, "bury", "Task_ReviewAgreement", "ig.bury", review("sign"));
        assertThat(engine.getTaskService()
                        .getIdentityLinksForTask(
                                journey.task(project, "bury", SIGN).getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactly("signatory-bury");
    }
}
