package gm.sharing.standing;

/**
 * What a row of a table says.
 *
 * @param condition in the words of the table's owner
 * @param reason why, in words
 * @param applies whether the row applies; otherwise nobody can tell, because something is not known
 */
public record RowSays(String condition, StandingAnswer answer, String reason, boolean applies) {

    /** Something that is not known can only make the answer graver, so a row that would say “met” changes nothing. */
    boolean leavesOpen() {
        return !applies && answer != StandingAnswer.MET;
    }
}
