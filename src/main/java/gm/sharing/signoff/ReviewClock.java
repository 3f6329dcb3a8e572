package gm.sharing.signoff;

import gm.sharing.Dates;
import gm.sharing.code.Coded;
import gm.sharing.deadline.Postponement;
import gm.sharing.deadline.WorkingDays;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The time that one partner has to decide. It starts over with more time, and stands still while a question waits. */
@Embeddable
public class ReviewClock {

    private Instant due;

    private @Nullable Instant remindedAt;

    private @Nullable Instant escalatedAt;

    private @Nullable Instant boardAt;

    private @Nullable Instant stoppedAt;

    private @Nullable Instant dueWhenStopped;

    protected ReviewClock() {}

    ReviewClock(Instant due) {
        this.due = due;
    }

    /** What the clock comes to next. */
    public enum Next implements Coded {
        REMINDER,
        DUE,
        BOARD
    }

    /** False when the partner was reminded already, or a reminder comes too late. */
    boolean remind(Instant now) {
        var first = remindedAt == null && now.isBefore(due);
        if (first) {
            remindedAt = now;
        }
        return first;
    }

    /** False when it was escalated already. */
    boolean escalate(Instant now, Instant askBoardAt) {
        var first = escalatedAt == null;
        if (first) {
            escalatedAt = now;
            boardAt = askBoardAt;
        }
        return first;
    }

    void askBoardAt(Instant moment) {
        boardAt = moment;
    }

    void startOver(Instant newDue) {
        due = newDue;
        remindedAt = null;
        escalatedAt = null;
        boardAt = null;
    }

    void stop(Instant now) {
        stoppedAt = now;
        dueWhenStopped = due;
    }

    /**
     * Runs on after it stood still. The working days that ended meanwhile do not count; a partner that had time left has
     * one working day at least; and time that it was given meanwhile holds.
     */
    void runOn(Instant now, WorkingDays workingDays) {
        if (stoppedAt == null || dueWhenStopped == null) {
            return;
        }
        var waited = workingDays.ended(stoppedAt, now);
        due = later(due, later(dueWhenStopped, waited, workingDays));
        if (dueWhenStopped.isAfter(stoppedAt)) {
            due = later(due, later(now, 1, workingDays));
        }
        if (boardAt != null) {
            boardAt = later(boardAt, waited, workingDays);
        }
        stoppedAt = null;
        dueWhenStopped = null;
    }

    /**
     * Passes over a new bank holiday.
     *
     * @param chosen the days that somebody chose as the end of this time; they move only when nobody works on them now
     */
    void postpone(Postponement postponement, Set<LocalDate> chosen, boolean board) {
        due = postponed(due, postponement, chosen);
        if (dueWhenStopped != null) {
            dueWhenStopped = postponed(dueWhenStopped, postponement, chosen);
        }
        if (board && boardAt != null) {
            boardAt = postponed(boardAt, postponement, chosen);
        }
    }

    private static Instant postponed(Instant moment, Postponement postponement, Set<LocalDate> chosen) {
        return chosen.contains(Dates.on(moment)) ? postponement.ofChosen(moment) : postponement.ofCounted(moment);
    }

    private static Instant later(Instant start, int days, WorkingDays workingDays) {
        return workingDays.from(Date.from(start), days).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Reminders and escalations of an earlier due date do not count. */
    public Next next() {
        if (boardAt != null) {
            return Next.BOARD;
        }
        return remindedAt == null ? Next.REMINDER : Next.DUE;
    }

    /** When the partner's decision is due; moves when the partner gets more time, and while a question waits. */
    public Instant due() {
        return due;
    }

    public Optional<Instant> remindedAt() {
        return Optional.ofNullable(remindedAt);
    }

    public Optional<Instant> escalatedAt() {
        return Optional.ofNullable(escalatedAt);
    }

    /** When the Information Board is asked, once the delay was escalated. */
    public Optional<Instant> boardAt() {
        return Optional.ofNullable(boardAt);
    }

    /** Since when it stands still; empty while it runs. */
    public Optional<Instant> stoppedAt() {
        return Optional.ofNullable(stoppedAt);
    }
}
