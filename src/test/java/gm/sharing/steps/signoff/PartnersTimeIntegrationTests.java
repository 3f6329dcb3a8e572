package gm.sharing.steps.signoff;

import static gm.sharing.project.ProjectFixture.BURY;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.PagesApplication;
import gm.sharing.audit.AuditTrail;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.SignOffs;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The time of partners in the real engine: each timer fires at its moment, or late after an outage. Bank
 * holidays are those that the government published for England and Wales.
 */
@Tag("one-database")
@PagesApplication
class PartnersTimeIntegrationTests extends TimeOfPartners {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    @Autowired
    SignOffs signOffs;

    @Autowired
    AuditTrail events;

    /** One notice that somebody got, or something that was written into the record, at its moment. */
    private record Happening(String what, LocalDateTime at) {}

    @Test
    void keepsEveryDeadlineOfAYearWithItsBankHolidays() {
        var year = List.of(
                // Boxing Day 2020 is a Saturday: Monday 28 December is a bank holiday.
                year("2020-12-07", "normal", "2020-12-16", "2020-12-30", "2021-01-07", "2021-01-14", "2021-01-21"),
                year("2020-12-14", "urgent", "2020-12-15", "2020-12-17", "2020-12-24", "2021-01-05", "2021-01-12"),
                year("2020-12-23", "urgent", "2020-12-24", "2020-12-30", "2021-01-07", "2021-01-14", "2021-01-21"),
                year("2020-12-30", "urgent", "2020-12-31", "2021-01-05", "2021-01-12", "2021-01-19", "2021-01-26"),
                // Good Friday is 2 April 2021.
                year("2021-03-15", "normal", "2021-03-24", "2021-04-07", "2021-04-14", "2021-04-21", "2021-04-28"),
                year("2021-03-31", "urgent", "2021-04-01", "2021-04-07", "2021-04-14", "2021-04-21", "2021-04-28"),
                // Mondays 3 and 31 May.
                year("2021-04-19", "normal", "2021-04-28", "2021-05-11", "2021-05-18", "2021-05-25", "2021-06-02"),
                year("2021-04-29", "urgent", "2021-04-30", "2021-05-05", "2021-05-12", "2021-05-19", "2021-05-26"),
                year("2021-05-17", "normal", "2021-05-26", "2021-06-08", "2021-06-15", "2021-06-22", "2021-06-29"),
                // Monday 30 August.
                year("2021-07-19", "normal", "2021-07-28", "2021-08-09", "2021-08-16", "2021-08-23", "2021-08-31"),
                year("2021-08-16", "normal", "2021-08-25", "2021-09-07", "2021-09-14", "2021-09-21", "2021-09-28"),
                year("2021-08-26", "urgent", "2021-08-27", "2021-09-01", "2021-09-08", "2021-09-15", "2021-09-22"),
                // The clocks go back on 31 October.
                year("2021-10-18", "normal", "2021-10-27", "2021-11-08", "2021-11-15", "2021-11-22", "2021-11-29"),
                // Christmas is on a weekend: Monday 27, Tuesday 28 December and Monday 3 January.
                year("2021-12-06", "normal", "2021-12-15", "2021-12-29", "2022-01-06", "2022-01-13", "2022-01-20"),
                year("2021-12-23", "urgent", "2021-12-24", "2021-12-30", "2022-01-07", "2022-01-14", "2022-01-21"));
        Map<Expected, ProjectReference> projects = new LinkedHashMap<>();

        for (var expected : year) {
            letTimePassUntil(expected.opened().atTime(MORNING));
            var reference = open(expected.urgency());
            projects.put(expected, reference);
            assertThat(signOffs.get(buryIn(reference)).clock().due())
                    .as("asked on " + expected.opened())
                    .isEqualTo(moment(expected.due()));
            assertThat(task(reference, "Task_ReviewAgreement").getDueDate()).isEqualTo(moment(expected.due()));
        }
        letTimePassUntil(LocalDateTime.parse("2022-02-01T09:00"));

        projects.forEach((expected, reference) -> {
            assertThat(told(reference))
                    .as("asked on %s, %s", expected.opened(), expected.urgency())
                    .containsExactly(
                            at("Send_Reminder", expected.reminder()),
                            at("Send_Escalation", expected.due()),
                            at("Send_BoardReminder", expected.boardReminder()),
                            at("Send_BoardEscalation", expected.boardDue()));
            assertThat(recorded(reference))
                    .containsExactly(
                            at("signoff.reminded", expected.reminder()),
                            at("signoff.escalated", expected.due()),
                            at("signoff.board-asked", expected.board()));
            assertThat(task(reference, "Task_DecideStalledReview").getDueDate()).isEqualTo(moment(expected.boardDue()));
            assertToldOnce(reference);
        });
    }

    @Test
    void tellsEachPersonOnceAfterAnOutageOfFiveWorkingDays() {
        letTimePassUntil(LocalDateTime.parse("2021-05-17T09:00"));
        var withTheBoardMeanwhile = open("normal");
        letTimePassUntil(LocalDateTime.parse("2021-05-25T09:00"));
        var dueMeanwhile = open("normal");
        letTimePassUntil(LocalDateTime.parse("2021-06-07T09:00"));
        var remindedMeanwhile = open("normal");
        letTimePassUntil(LocalDateTime.parse("2021-06-11T09:00"));
        var asking = open("urgent");
        letTimePassUntil(LocalDateTime.parse("2021-06-14T10:00"));
        var remindedAndDueMeanwhile = open("urgent");
        submit("ig.bury", task(asking, "Task_ReviewAgreement"), question());

        itIs(LocalDateTime.parse("2021-06-21T12:00"));
        letTimePassUntil(LocalDateTime.parse("2021-06-21T12:00"));

        var back = LocalDateTime.parse("2021-06-21T12:00");
        assertThat(told(remindedAndDueMeanwhile))
                .as("no reminder together with the escalation")
                .containsExactly(new Happening("Send_Escalation", back));
        assertThat(told(dueMeanwhile))
                .containsExactly(at("Send_Reminder", "2021-06-04"), new Happening("Send_Escalation", back));
        assertThat(told(remindedMeanwhile)).containsExactly(new Happening("Send_Reminder", back));
        assertThat(told(withTheBoardMeanwhile))
                .containsExactly(at("Send_Reminder", "2021-05-26"), at("Send_Escalation", "2021-06-08"));
        assertThat(told(asking)).containsExactly(new Happening("Send_QuestionOverdue", back));
        assertThat(askedTheBoard(withTheBoardMeanwhile)).contains(back);
        assertThat(Stream.of(remindedAndDueMeanwhile, dueMeanwhile, remindedMeanwhile, asking))
                .as("the Board is not asked at once")
                .allMatch(reference -> askedTheBoard(reference).isEmpty());

        itIs(LocalDateTime.parse("2021-06-21T15:00"));
        submit(LEAD, task(asking, "Task_AnswerQuestion"), Map.of("answer", "The one of the council."));
        assertThat(task(asking, "Task_ReviewAgreement").getDueDate())
                .as("the five working days of the outage do not count against the partner that waited")
                .isEqualTo(moment(LocalDate.parse("2021-06-23")));
        letTimePassUntil(LocalDateTime.parse("2021-07-09T09:00"));

        assertThat(askedTheBoard(remindedAndDueMeanwhile))
                .as("five working days after the escalation really happened")
                .contains(LocalDateTime.parse("2021-06-28T17:00"));
        assertThat(askedTheBoard(dueMeanwhile)).contains(LocalDateTime.parse("2021-06-28T17:00"));
        assertThat(askedTheBoard(remindedMeanwhile)).contains(LocalDateTime.parse("2021-07-05T17:00"));
        assertThat(told(withTheBoardMeanwhile))
                .endsWith(at("Send_BoardReminder", "2021-06-28"), at("Send_BoardEscalation", "2021-07-05"));
        assertThat(told(asking))
                .containsExactly(
                        new Happening("Send_QuestionOverdue", back),
                        at("Send_Reminder", "2021-06-21"),
                        at("Send_Escalation", "2021-06-23"),
                        at("Send_BoardReminder", "2021-07-07"));
        opened.forEach(this::assertToldOnce);
    }

    /** When each step of the clock is reached by the tables, on the days of a partner that never decides. */
    private record Expected(
            LocalDate opened,
            String urgency,
            LocalDate reminder,
            LocalDate due,
            LocalDate board,
            LocalDate boardReminder,
            LocalDate boardDue) {}

    private static Expected year(
            String opened,
            String urgency,
            String reminder,
            String due,
            String board,
            String boardReminder,
            String boardDue) {
        return new Expected(
                LocalDate.parse(opened),
                urgency,
                LocalDate.parse(reminder),
                LocalDate.parse(due),
                LocalDate.parse(board),
                LocalDate.parse(boardReminder),
                LocalDate.parse(boardDue));
    }

    /** The notices about Bury's sign-off, each kind once with its moment, in their order. */
    private List<Happening> told(ProjectReference reference) {
        return database
                .query(
                        "select about, written_at from notice where reference = ? and about like 'Send_%'"
                                + " and body like '%Bury Council%' order by id",
                        (row, number) -> new Happening(
                                row.getString(1).replaceAll(":.*", ""),
                                inEngland(row.getObject(2, OffsetDateTime.class).toInstant())),
                        reference.value())
                .stream()
                .distinct()
                .toList();
    }

    private void assertToldOnce(ProjectReference reference) {
        told(reference).forEach(notice -> assertThat(recipients(reference, notice.what()))
                .as(notice.what())
                .isNotEmpty()
                .doesNotHaveDuplicates());
    }

    /** What the record says about Bury's time. */
    private List<Happening> recorded(ProjectReference reference) {
        return events.of(reference.value()).stream()
                .filter(event -> BURY.equals(event.forWhom()))
                .filter(event -> event.type().startsWith("signoff."))
                .map(event -> new Happening(event.type(), inEngland(event.at())))
                .toList();
    }

    private Optional<LocalDateTime> askedTheBoard(ProjectReference reference) {
        return recorded(reference).stream()
                .filter(event -> event.what().equals("signoff.board-asked"))
                .map(Happening::at)
                .findFirst();
    }

    private static Happening at(String what, LocalDate day) {
        return new Happening(what, day.atTime(END_OF_DAY));
    }

    private static Happening at(String what, String day) {
        return at(what, LocalDate.parse(day));
    }

    private static LocalDateTime inEngland(Instant moment) {
        return LocalDateTime.ofInstant(moment, ENGLAND);
    }
}
