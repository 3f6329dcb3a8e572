package gm.sharing.journey;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The lists in which a person finds projects, in the order of the page. */
enum ProjectList {
    OWN("Projects that you lead"),
    COLLEAGUES("Projects that your organisation leads"),
    PARTNERS("Projects in which your organisation, or one that you act for, is a partner"),
    LEFT("Projects that your organisation has left"),
    ALL("All projects");

    private final String heading;

    ProjectList(String heading) {
        this.heading = heading;
    }

    /** The list that an address names; empty when it names none. */
    static Optional<ProjectList> of(String name) {
        return Arrays.stream(values())
                .filter(list -> list.inAddress().equals(name))
                .findFirst();
    }

    String heading() {
        return heading;
    }

    String inAddress() {
        return name().toLowerCase(Locale.ROOT);
    }
}
