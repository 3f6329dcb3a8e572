package gm.sharing.work;

import gm.sharing.Dates;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task in a list.
 *
 * @param about the project's title or the organisation's name; empty when the task is about neither
 * @param reference of the project; null when it is about none
 * @param projectOpens whether the project's page is the person's to see
 * @param whom who has it, or which office may take it, in words
 * @param office of the one organisation that is asked; null when nobody or several are, and for a colleague of the person
 * @param begun whether somebody has begun it who is away and whose place the person takes
 * @param since when it began
 * @param waited how many working days ended since
 * @param due null when it has no date
 * @param passable whether the person may give it to a colleague of the office
 * @param why what makes it urgent, in words; empty when nothing does
 */
record WorkLine(
        String task,
        String name,
        String about,
        @Nullable String reference,
        boolean projectOpens,
        String whom,
        @Nullable AskedOffice office,
        boolean begun,
        Instant since,
        int waited,
        @Nullable Instant due,
        boolean passable,
        String why) {

    /** Whether both are of one project, for the same people and by the same day: what may be done in any order. */
    boolean isLike(WorkLine other) {
        return isLike(other, other.whom);
    }

    private boolean isLike(WorkLine other, String sameWhom) {
        return reference != null
                && reference.equals(other.reference)
                && whom.equals(sameWhom)
                && why.equals(other.why)
                && Objects.equals(dueInWords(), other.dueInWords());
    }

    /** Whether both are the same step of one project, begun and due on the same days, in the same office of different organisations. */
    boolean asksTheSameAs(WorkLine other) {
        return office != null
                && other.office != null
                && !passable
                && !other.passable
                && office.role().equals(other.office.role())
                && name.equals(other.name)
                && sinceInWords().equals(other.sinceInWords())
                && isLike(other, whom);
    }

    /** Where it is opened, or taken over first. */
    public String address() {
        return begun ? "/tasks/" + task + "/pass" : "/tasks/" + task;
    }

    public String sinceInWords() {
        return Dates.day(since);
    }

    public @Nullable String dueInWords() {
        return due == null ? null : Dates.weekday(due);
    }
}
