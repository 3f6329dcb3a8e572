package gm.sharing.work;

/**
 * Something that may come to a person later.
 *
 * @param task as the model names it
 * @param after what is open now, with whom it waits and until when
 * @param sameDue whether it is due on the day of that task
 * @param more how many other tasks have to be done before, too
 */
record Coming(String task, WorkLine after, boolean sameDue, int more) {

    /** What has to be done first, in a sentence. */
    public String first() {
        return ComingToYou.inWords(this);
    }
}
