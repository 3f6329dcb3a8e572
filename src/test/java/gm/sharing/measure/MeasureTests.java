package gm.sharing.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import gm.sharing.project.ProjectReference;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of a measure when its owner answers and when the assessment promises something else. */
class MeasureTests {

    private static final ProjectReference PROJECT = new ProjectReference("SJ-2026-0001");
    private static final LocalDate DUE = LocalDate.of(2027, 3, 1);
    private static final By BY = new By("ig.bolton", "Ida Officer", Instant.parse("2027-01-04T09:00:00Z"));

    @Test
    void isOpenUntilItsDateAndOverdueAfterIt() {
        var measure = open();

        assertThat(measure.isOpen()).isTrue();
        assertThat(measure.isOverdue(DUE)).isFalse();
        assertThat(measure.isOverdue(DUE.plusDays(1))).isTrue();
        assertThat(inPlace().isOverdue(DUE.plusDays(1))).isFalse();
    }

    @Test
    void belongsBeforeTheStartByTheDayThatWasPromisedWheneverItIsPutOffTo() {
        assertThat(open().isBeforeStart(DUE)).isTrue();
        assertThat(open().isBeforeStart(DUE.plusMonths(1))).isTrue();
        assertThat(open().isBeforeStart(DUE.minusDays(1))).isFalse();
        assertThat(new Measure(PROJECT, promise("Somebody checks.", "lead", null)).isBeforeStart(DUE))
                .isFalse();

        var putOff = open();
        putOff.answer(new MeasureAnswer(false, null, DUE.plusMonths(6), "Late."), BY);

        assertThat(putOff.isBeforeStart(DUE)).isTrue();
    }

    @Test
    void isInPlaceFromTheStartWhenNoDateIsPromised() {
        assertThat(new Measure(PROJECT, promise("Somebody checks.", "lead", null)).status())
                .isEqualTo(MeasureStatus.IN_PLACE);
    }

    @Test
    void isConfirmedOnceAndWithEvidence() {
        assertRefused(open(), new MeasureAnswer(true, null, null, null), "Say where anybody finds");
        assertRefused(inPlace(), confirmed(), "is not open any more: it is in place.");
        var dropped = open();
        dropped.drop();
        assertRefused(dropped, confirmed(), "is not open any more: it is no longer promised.");
    }

    @Test
    void isPutOffToALaterDayWithAReason() {
        var today = BY.on();
        assertRefused(open(), new MeasureAnswer(false, null, today, "Late."), "Choose a day after today.");
        assertRefused(open(), new MeasureAnswer(false, null, null, "Late."), "Choose a day after today.");
        assertRefused(open(), new MeasureAnswer(false, null, DUE, null), "Give the reason.");

        var measure = open();
        measure.answer(new MeasureAnswer(false, null, DUE.plusMonths(1), "Late."), BY);

        assertThat(measure.isOpen()).isTrue();
        assertThat(measure.due()).contains(DUE.plusMonths(1));
        assertThat(measure.delayReason()).contains("Late.");
    }

    @Test
    void keepsWhatWasPutOffWhileThePromiseStaysTheSame() {
        var measure = open();
        measure.answer(new MeasureAnswer(false, null, DUE.plusMonths(1), "Late."), BY);

        assertThat(measure.renew(promise("Somebody checks.", "ig-bolton", DUE))).isFalse();

        assertThat(measure.due()).contains(DUE.plusMonths(1));
    }

    @Test
    void isAskedForAnewWhenItsOwnerItsDateOrItselfChanges() {
        assertThat(open().renew(promise("Somebody checks.", "lead", DUE))).isTrue();
        assertThat(open().renew(promise("Somebody checks.", "ig-bolton", DUE.plusDays(1))))
                .isTrue();
        assertThat(open().renew(promise("Two people check.", "ig-bolton", DUE))).isTrue();
    }

    @Test
    void staysInPlaceUnlessSomethingElseIsToBeDone() {
        var handedOver = inPlace();
        assertThat(handedOver.renew(promise("Somebody checks.", "lead", DUE.plusYears(1))))
                .isFalse();
        assertThat(handedOver.status()).isEqualTo(MeasureStatus.IN_PLACE);
        assertThat(handedOver.evidence()).contains("The report");

        var changed = inPlace();
        assertThat(changed.renew(promise("Two people check.", "lead", DUE))).isTrue();
        assertThat(changed.status()).isEqualTo(MeasureStatus.OPEN);
        assertThat(changed.evidence()).isEmpty();
        assertThat(changed.settled()).isEmpty();
    }

    @Test
    void isOpenAgainWhenItIsPromisedAgain() {
        var measure = open();
        measure.drop();

        assertThat(measure.renew(promise("Somebody checks.", "ig-bolton", DUE))).isTrue();

        assertThat(measure.isOpen()).isTrue();
    }

    @Test
    void saysWhereItComesFrom() {
        var improvement = new Measure(
                PROJECT, new Promise(Origin.ofSection("necessity"), "Say why.", "lead", "Project lead", DUE));

        assertThat(open().origin().words()).isEqualTo("risk R3");
        assertThat(improvement.origin().words()).isEqualTo("the section “Necessity and proportionality”");
        assertThat(improvement.isFor(
                        new Promise(Origin.ofSection("necessity"), "Say why.", "ig-bolton", "IG officer", DUE)))
                .isTrue();
        assertThat(improvement.isFor(new Promise(Origin.ofSection("scope"), "Say why.", "lead", "Project lead", DUE)))
                .isFalse();
        assertThat(improvement.isFor(promise("Say why.", "lead", DUE))).isFalse();
    }

    private static Measure open() {
        return new Measure(PROJECT, promise("Somebody checks.", "ig-bolton", DUE));
    }

    private static Measure inPlace() {
        var measure = open();
        measure.answer(confirmed(), BY);
        return measure;
    }

    private static MeasureAnswer confirmed() {
        return new MeasureAnswer(true, "The report", null, null);
    }

    private static Promise promise(String what, String owner, @Nullable LocalDate due) {
        return new Promise(Origin.ofRisk(3), what, owner, "Somebody", due);
    }

    private static void assertRefused(Measure measure, MeasureAnswer answer, String message) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> measure.answer(answer, BY))
                .withMessageContaining(message);
    }
}
