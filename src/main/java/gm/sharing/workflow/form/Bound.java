package gm.sharing.workflow.form;

import gm.sharing.question.Given;
import java.util.List;

/**
 * Checked answers of a form.
 *
 * @param answers what the program reads
 * @param given what it does not, to be kept as it was asked
 */
record Bound<A extends Record>(A answers, List<Given> given) {

    Bound {
        given = List.copyOf(given);
    }
}
