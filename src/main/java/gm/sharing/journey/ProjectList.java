package gm.sharing.journey;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The lists in which a person finds projects, in the order of the page. */
@WordsIn("journey/names")
enum ProjectList implements Worded {
    OWN,
    COLLEAGUES,
    PARTNERS,
    LEFT,
    ALL;

    /** The list that an address names; empty when it names none. */
    static Optional<ProjectList> of(String name) {
        return Arrays.stream(values())
                .filter(list -> list.inAddress().equals(name))
                .findFirst();
    }

    String inAddress() {
        return name().toLowerCase(Locale.ROOT);
    }
}
