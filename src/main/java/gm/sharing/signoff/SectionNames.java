package gm.sharing.signoff;

import gm.sharing.project.ProjectReference;
import java.util.function.UnaryOperator;

/** What the sections of the agreement are called that comments are about. */
public interface SectionNames {

    /**
     * Gives the name for the key that a comment holds, as that version of the agreement has it. Words that are no key, as comments
     * of before hold them, stay as they are. The version is read when the first name is asked for.
     */
    UnaryOperator<String> of(ProjectReference reference, String version);

    /** The same for the version that the partner decides about. */
    default UnaryOperator<String> of(SignOff signOff) {
        return of(signOff.reference(), signOff.agreedVersion());
    }
}
