package gm.sharing.directory;

/**
 * What becomes, or became, of one line of a file.
 *
 * @param line its number in the file
 * @param what of which organisation or person
 * @param words what is added or changed, from what to what, or why nothing is
 */
record ImportLine(int line, Outcome outcome, String what, String words) {

    enum Outcome {
        ADD,
        CHANGE,
        SAME,
        /** The line says nothing that belongs into the directory, such as a practice that was closed. */
        LEAVE_OUT
    }
}
