package gm.sharing.journey;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was answered on a form to questions that no rule reads.
 *
 * @param title what the form is called
 * @param partner the partner that it is about; null when that is the project
 * @param day on which it was answered in a process that may run several times on the project; null elsewhere
 */
record AnsweredForm(String title, @Nullable String partner, @Nullable String day, List<Line> lines) {

    AnsweredForm {
        lines = List.copyOf(lines);
    }

    /** The title, with the partner and the day where there is one. */
    public String heading() {
        return (partner == null ? title : title + ": " + partner) + (day == null ? "" : ", " + day);
    }

    /**
     * One answer.
     *
     * @param heading what stands over it in documents
     * @param words the answer as people read it
     * @param by who gave it and when
     */
    record Line(String heading, String words, String by) {}
}
