package gm.sharing.consultation;

import gm.sharing.organisation.By;
import gm.sharing.project.ProjectReference;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** Prior consultations about the risks of a project under UK GDPR. */
public final class ConsultationFixture {

    private ConsultationFixture() {}

    /** Nothing was sent yet. */
    public static PriorConsultation opened(ProjectReference reference, LocalDate day) {
        return new PriorConsultation(reference, 1, List.of(2), by(day).at());
    }

    /** The Commissioner has not said yet whether the request is accepted. */
    public static PriorConsultation submitted(ProjectReference reference, LocalDate day) {
        PriorConsultation consultation = opened(reference, day);
        consultation.submit(new Submission(Regime.UK_GDPR, day, List.of(SentItem.values()), null), by(day));
        consultation.startClock(new Periods("P10D", "P8W", "P6W", "P1M"));
        return consultation;
    }

    /** The Commissioner advises within eight weeks of the day. */
    public static PriorConsultation received(ProjectReference reference, LocalDate day) {
        PriorConsultation consultation = submitted(reference, day);
        consultation.answer(new Acceptance(Acceptance.Answer.ACCEPTED, day, day, "IC-123456", null), by(day));
        return consultation;
    }

    private static By by(LocalDate day) {
        return new By("somebody", "Some Body", day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
    }
}
