package gm.sharing.insight;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The moments between which time is counted: a project's by the first of their events, a partner's by what its people said. */
enum Milestone {
    PROPOSED("project.proposed"),
    DESCRIBED("project.flows-described"),
    ARRANGED("project.arrangements-agreed"),
    SCREENED("dpia.screened"),
    ASSESSED("dpia.approved", "dpia.no-dpia-decided"),
    SENT("round.opened"),
    PUBLISHED("agreement.published"),
    ASKED,
    REVIEWED,
    AGREED,
    READY,
    SIGNED,
    COUNTERSIGNED,
    DECIDED;

    private final String events;

    Milestone(String... events) {
        this.events = Stream.of(events).map(type -> "'" + type + "'").collect(Collectors.joining(", "));
    }

    /** Those of projects, in their order. */
    static List<Milestone> ofProjects() {
        return Arrays.stream(values())
                .filter(milestone -> !milestone.isOfPartner())
                .toList();
    }

    /** The types of event by which a project comes to it, as a statement lists them. */
    String events() {
        return events;
    }

    boolean isOfPartner() {
        return events.isEmpty();
    }
}
