package gm.sharing.workflow.form;

import gm.sharing.question.Given;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checked answers of a form.
 *
 * @param answers what the program reads
 * @param given what it does not, to be kept as it was asked
 * @param secondFactor whether the form asks for a sign-in with a second factor for one of them
 * @param asked the keys of all such questions that the form asks; null when it cannot have asked others before
 */
record Bound<A extends Record>(A answers, List<Given> given, boolean secondFactor, @Nullable Set<String> asked) {

    Bound {
        given = List.copyOf(given);
    }
}
