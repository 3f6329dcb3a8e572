package gm.sharing.insight;

import gm.sharing.wording.Worded;
import gm.sharing.wording.Words;
import gm.sharing.wording.WordsIn;

/** Figures as a chart with their table. */
record Figure(Kind kind, Chart chart, Table table) {

    /** What there are figures about, each with the name of its file, which is the key of what is said about it. */
    @WordsIn("insight/names")
    enum Kind implements Worded {
        STANDING("standing"),
        WAITING("waiting"),
        TIMES("times"),
        ROUNDS("rounds"),
        REFUSALS("refusals"),
        CHANGES("changes"),
        OVERDUE("overdue"),
        MEASURES("measures"),
        COMPARISON("comparison");

        private final String id;

        Kind(String id) {
            this.id = id;
        }
    }

    private static final Words ABOUT = Words.in("insight/about");

    /** How its file and its place on the page are called. */
    public String id() {
        return kind.id;
    }

    /** What it says and how it is counted. */
    public String about() {
        return ABOUT.text(kind.id);
    }
}
