package gm.sharing.steps.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import gm.sharing.PagesApplication;
import gm.sharing.absence.Absences;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.Deadlines;
import gm.sharing.signoff.PartnersQuestions;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Who is told, and who sees, that a partner has not decided. */
@PagesApplication
class WaitingForPartnersIntegrationTests extends TimeOfPartners {

    @Autowired
    Deadlines deadlines;

    @Autowired
    PartnersQuestions questions;

    @Autowired
    Absences absences;

    @Autowired
    MockMvc web;

    @Test
    void mutesAnEscalationForNobody() {
        itIs(LocalDateTime.parse("2021-06-07T09:00"));
        var reference = open("normal");
        var review = task(reference, "Task_ReviewAgreement");
        as("ig.bury", () -> tasks.claim(review.getId(), "ig.bury"));
        absences.note(
                "signatory.bury",
                "ig.bury",
                LocalDate.parse("2021-06-07"),
                LocalDate.parse("2021-08-31"),
                person("signatory.bury"));

        letTimePassUntil(LocalDateTime.parse("2021-07-20T09:00"));

        assertThat(recipients(reference, "Send_Reminder")).containsExactly("ig.bury");
        assertThat(recipients(reference, "Send_Escalation"))
                .as("whoever is away as well as the deputy, each once")
                .containsExactlyInAnyOrder("ig.bury", "signatory.bury", LEAD);
        assertThat(recipients(reference, "Send_BoardReminder")).containsExactly("board");
        assertThat(recipients(reference, "Send_BoardEscalation")).containsExactlyInAnyOrder("board", LEAD);
    }

    @Test
    void bringsTheTaskBackToEverybodyInTheRoleWhenWhoeverAskedIsAway() {
        itIs(LocalDateTime.parse("2021-09-06T09:00"));
        var reference = open("normal");
        submit("ig.bury", task(reference, "Task_ReviewAgreement"), question());
        absences.note(
                "ig.bury",
                "signatory.bury",
                LocalDate.parse("2021-09-06"),
                LocalDate.parse("2021-09-07"),
                person("ig.bury"));
        submit(LEAD, task(reference, "Task_AnswerQuestion"), Map.of("answer", "The one of the council."));

        var forTheDeputy = task(reference, "Task_ReviewAgreement");
        assertThat(forTheDeputy.getAssignee()).isNull();
        submit("signatory.bury", forTheDeputy, question());
        itIs(LocalDateTime.parse("2021-09-07T09:00"));
        submit(LEAD, task(reference, "Task_AnswerQuestion"), Map.of("answer", "As before."));

        assertThat(task(reference, "Task_ReviewAgreement").getAssignee())
                .as("the deputy who asked, and still is one")
                .isEqualTo("signatory.bury");
    }

    @Test
    void saysWhoHoldsEachOpenTaskAndSinceWhen() throws Exception {
        itIs(LocalDateTime.parse("2021-06-07T09:00"));
        var reference = open("normal");
        assertThat(waiting(LEAD, reference))
                .contains("Review the agreement", "IG officer, Bury Council", "7 June 2021")
                .doesNotContain("Project lead", "With ");

        var review = task(reference, "Task_ReviewAgreement");
        tasks.setAssignee(review.getId(), "ig.bury");
        assertThat(waiting(LEAD, reference))
                .contains(
                        "IG officer, Bury Council", "With " + person("ig.bury").name());

        tasks.setAssignee(review.getId(), null);
        database.update("update act_ru_task set assignee_ = 'gone.officer' where id_ = ?", review.getId());
        assertThat(waiting(LEAD, reference)).contains("nobody: the account no longer exists");
        tasks.setAssignee(review.getId(), null);

        submit("ig.bury", review, question());
        assertThat(waiting(LEAD, reference))
                .contains(
                        "Answer the question",
                        "Project lead, Manchester City Council",
                        "With " + person(LEAD).name());
    }

    private String waiting(String who, ProjectReference reference) throws Exception {
        var page = page(who, reference);
        var table = page.substring(page.indexOf("Where it stands now"));
        return table.substring(0, table.indexOf("</table>"));
    }

    @Test
    void showsQuestionsAndEveryEscalationToThoseConcernedAndToNobodyElse() throws Exception {
        itIs(LocalDateTime.parse("2021-06-07T09:00"));
        var reference = open("normal");
        submit("ig.bury", task(reference, "Task_ReviewAgreement"), question());
        assertThat(page(LEAD, reference)).contains("Answer the question", "Waits for an answer");
        var asked = task(reference, "Task_AnswerQuestion");
        for (var other : List.of("ig.bury", "ig.manchester", "signatory.bury", "lead.salford", "board", "admin")) {
            assertThatThrownBy(() -> submit(other, asked, Map.of("answer", "Any.")))
                    .isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> questions.answer(buryIn(reference), "Any.", person(other)))
                    .hasMessage("Only the project’s lead answers the questions of partners.");
        }
        itIs(LocalDateTime.parse("2021-06-09T09:00"));
        submit(LEAD, asked, Map.of("answer", "The one of the council."));
        letTimePassUntil(LocalDateTime.parse("2021-07-02T09:00"));
        deadlines.giveMoreTime(
                buryIn(reference), LocalDate.parse("2021-07-09"), "Its officer is on leave.", person(LEAD));
        letTimePassUntil(LocalDateTime.parse("2021-07-20T09:00"));

        var happened = List.of(
                "Which system is meant?",
                "The one of the council.",
                "Bury Council asks the lead a question about version 1.0, and its clock is stopped until it is answered",
                "The clock of Bury Council runs again: its decision about version 1.0 is due on 30 June 2021.",
                "Bury Council was reminded of version 1.0.",
                "Bury Council has not decided in time about version 1.0. The Information Board is asked on 7 July 2021.",
                "The lead gave Bury Council until 9 July 2021 to decide about version 1.0.",
                "Bury Council has not decided in time about version 1.0. The Information Board is asked on 16 July 2021.",
                "Bury Council has still not decided about version 1.0. The Information Board was asked how the project goes"
                        + " on.");
        for (var reader : List.of(LEAD, "ig.manchester", "board", "ig.bury", "signatory.bury")) {
            assertThat(page(reader, reference)).as(reader).contains(happened);
        }
        for (var reader : List.of("ig.wigan", "signatory.wigan", "admin")) {
            assertThat(happened).as(reader).noneMatch(what -> pageOf(reader, reference)
                    .contains(what));
        }
    }

    private String page(String reader, ProjectReference reference) throws Exception {
        return web.perform(get("/projects/" + reference).with(user(reader)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String pageOf(String reader, ProjectReference reference) {
        try {
            return page(reader, reference);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
