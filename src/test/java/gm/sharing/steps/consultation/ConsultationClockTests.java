package gm.sharing.steps.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.consultation.ConsultationFixture;
import gm.sharing.consultation.PriorConsultation;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.InstanceWithoutEngine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When the timers of a prior consultation go off, in the calendar of London, without an engine. */
class ConsultationClockTests {

    private static final ProjectReference PROJECT = new ProjectReference("SJ-2026-0001");
    private static final LocalDate SENT = LocalDate.parse("2026-10-20");

    private final Instance instance = new InstanceWithoutEngine(PROJECT, Map.of("adviceReminder", "P1W"));

    @Test
    void asksOnTheMorningAfterTheLastDayWhetherTheRequestIsAccepted() {
        var clock = clock(ConsultationFixture.submitted(PROJECT, SENT));

        assertThat(clock.acceptanceDue(instance)).isEqualTo(Instant.parse("2026-10-30T17:00:00Z"));
        assertThat(clock.acceptanceOver(instance)).isEqualTo(Instant.parse("2026-10-31T09:00:00Z"));
    }

    @Test
    void countsTheAdviceInDaysOfLondonAcrossTheChangeOfTheClocks() {
        var clock = clock(ConsultationFixture.received(PROJECT, LocalDate.parse("2026-03-02")));

        assertThat(clock.adviceDue(instance)).isEqualTo(Instant.parse("2026-04-27T16:00:00Z"));
        assertThat(clock.adviceOver(instance)).isEqualTo(Instant.parse("2026-04-28T08:00:00Z"));
        assertThat(clock.extensionOver(instance)).isEqualTo(Instant.parse("2026-04-03T08:00:00Z"));
        assertThat(clock.extended(instance)).isFalse();
    }

    @Test
    void remindsAsLongBeforeAsTheTableSays() {
        var clock = clock(ConsultationFixture.received(PROJECT, SENT));

        assertThat(clock.adviceReminder(instance)).isEqualTo(Instant.parse("2026-12-08T09:00:00Z"));
        assertThatThrownBy(() -> clock.adviceReminder(new InstanceWithoutEngine(PROJECT, Map.of())))
                .hasMessage("The table consultation-periods gave no adviceReminder");
    }

    @Test
    void hasNoTimesBeforeTheRequestIsSent() {
        var clock = clock(ConsultationFixture.opened(PROJECT, SENT));

        assertThatThrownBy(() -> clock.acceptanceDue(instance)).hasMessage("No request is with the Commissioner");
        assertThatThrownBy(() -> clock.adviceDue(instance)).hasMessage("No request is with the Commissioner");
    }

    private static ConsultationClock clock(PriorConsultation consultation) {
        return new ConsultationClock(reference -> {
            assertThat(reference).isEqualTo(consultation.reference());
            return consultation;
        });
    }
}
