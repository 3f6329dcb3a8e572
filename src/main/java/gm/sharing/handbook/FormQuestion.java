package gm.sharing.handbook;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;
import java.util.List;

/**
 * What a form asks.
 *
 * @param anchor under which the page shows it: {@code question-} and its key, behind that of its list if it stands in one
 * @param description the help beside it; empty when there is none
 * @param sometimes whether it is asked only when something else is so
 * @param listed whether it is a list to which people add
 * @param within the label of the list in each row of which it is asked; empty otherwise
 * @param leadsTo the labels of what is asked or shown depending on its answer
 * @param options from which people choose; empty when they write, or when the choice depends on the project
 */
public record FormQuestion(
        String anchor,
        String label,
        String description,
        Must must,
        boolean sometimes,
        boolean listed,
        String within,
        List<String> leadsTo,
        List<String> options) {

    public FormQuestion {
        leadsTo = List.copyOf(leadsTo);
        options = List.copyOf(options);
    }

    /** Whether people answer it. */
    @WordsIn("handbook/names")
    public enum Must implements Worded {
        NEEDED,
        OPTIONAL,
        /** The program does. */
        FILLED_IN
    }
}
