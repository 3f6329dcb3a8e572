package gm.sharing.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import gm.sharing.project.ProjectReference;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A prior consultation and the Commissioner's letters. */
abstract class ConsultationOfTheCommissioner {

    static final Periods UK_GDPR = new Periods("P10D", "P8W", "P6W", "P1M");
    static final LocalDate SENT = day("2026-06-03");
    static final LocalDate RECEIVED = day("2026-06-04");

    final PriorConsultation consultation = new PriorConsultation(
            new ProjectReference("SJ-2026-0001"),
            1,
            List.of(2, 5),
            by("2026-06-01").at());

    void underWay() {
        submit();
        accept("2026-06-10");
    }

    void submit() {
        consultation.submit(sentOn(SENT), by("2026-06-03"));
        consultation.startClock(UK_GDPR);
    }

    void accept(String recorded) {
        consultation.answer(
                new Acceptance(Acceptance.Answer.ACCEPTED, day("2026-06-09"), RECEIVED, "IC-123456", null),
                by(recorded));
    }

    void advise(IcoView view, String day) {
        consultation.answer(
                new CommissionerAnswer(
                        CommissionerAnswer.Kind.ADVISES, day(day), null, null, null, view, "Check every match."),
                by(day));
    }

    static Submission sentOn(LocalDate day) {
        return new Submission(Regime.UK_GDPR, day, Arrays.asList(SentItem.values()), null);
    }

    static By by(String day) {
        return new By(
                "somebody",
                "Some Body",
                LocalDate.parse(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    static void refuses(ThrowingCallable what, String field, String message) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).contains(field))
                .hasMessage(message);
    }

    static void refuses(ThrowingCallable what, String message) {
        assertThatThrownBy(what).isInstanceOf(Refused.class).hasMessage(message);
    }
}
