package gm.sharing.workflow.gate;

import java.util.Optional;
import java.util.Set;

/** The forms whose answers the program takes. */
public interface KnownForms {

    /** Their ids, in alphabetical order. */
    Set<String> ids();

    /** What the program reads of a form's answers; empty when it does not know the form. */
    Optional<KnownForm> find(String id);
}
