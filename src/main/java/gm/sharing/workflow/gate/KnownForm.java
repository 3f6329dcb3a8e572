package gm.sharing.workflow.gate;

import java.util.List;
import java.util.Set;

/**
 * What the program reads of the answers of a form.
 *
 * @param starts whether it begins a process; otherwise it belongs to a task
 * @param processes the ids of the processes in which the record has what the form needs
 * @param alternatives whether something else may be chosen, for which not all fields are asked
 * @param fields by what it was made for, with those of what may be chosen instead
 */
public record KnownForm(boolean starts, Set<String> processes, boolean alternatives, List<Field> fields) {

    public KnownForm {
        processes = Set.copyOf(processes);
        fields = List.copyOf(fields);
    }

    /** What an answer is. */
    public enum Answer {
        TEXT,
        CHOICE,
        CHOICES,
        TRUTH,
        DATE,
        NUMBER,
        ROWS,
        GROUP
    }

    /**
     * One field.
     *
     * @param demanded whether nothing can be done without an answer
     * @param longest the most characters of a text; 0 when there is no limit
     * @param codes the choices that the program knows; empty when it takes others
     * @param neededBy what reads the answer, in words that a sentence begins with
     * @param within the fields of a row or a group
     */
    public record Field(
            String key,
            Answer answer,
            boolean demanded,
            int longest,
            Set<String> codes,
            String neededBy,
            List<Field> within) {

        public Field {
            codes = Set.copyOf(codes);
            within = List.copyOf(within);
        }
    }
}
