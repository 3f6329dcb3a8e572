package gm.sharing.steps.signoff;

import gm.sharing.code.Coded;
import gm.sharing.document.Change;
import gm.sharing.organisation.OrganisationCode;

/** Whom a change of a section asks again, as the table materiality says it. */
enum Materiality implements Coded {
    ALL,
    TOUCHED,
    NONE;

    /** @throws IllegalStateException when the table says another word */
    static Materiality of(String word) {
        return Coded.find(Materiality.class, word)
                .orElseThrow(() -> new IllegalStateException("The table materiality does not know “" + word + "”."));
    }

    /** Whether the change makes a partner that has signed sign again. */
    boolean concerns(Change change, OrganisationCode partner) {
        return switch (this) {
            case ALL -> true;
            case TOUCHED -> change.touches().isEmpty() || change.touches().contains(partner);
            case NONE -> false;
        };
    }
}
