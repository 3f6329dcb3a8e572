package gm.sharing.journey;

import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.HeldRole;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What happened to a project, as far as a person may read it, the newest first. */
@Component
class ProjectHistory {

    private final AuditTrail trail;
    private final Directory directory;
    private final People people;

    ProjectHistory(AuditTrail trail, Directory directory, People people) {
        this.trail = trail;
        this.directory = directory;
        this.people = people;
    }

    List<ProjectRecord.Happening> of(ProjectAccess access) {
        Map<String, String> names = new HashMap<>();
        List<Event> events = trail.of(access.project().reference().value()).stream()
                .filter(access::maySee)
                .toList();
        Map<OrganisationCode, String> organisations = directory.namesOf(events.stream()
                .flatMap(event -> event.whoRoles().stream())
                .flatMap(HeldRole::organisations)
                .collect(Collectors.toSet()));
        List<ProjectRecord.Happening> history = events.stream()
                .map(event -> {
                    String name = event.whoName() == null
                            ? names.computeIfAbsent(event.who(), this::nameOf)
                            : event.whoName();
                    return new ProjectRecord.Happening(
                            event.at(), event.what(), name, roles(event.whoRoles(), name, organisations));
                })
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(history);
        return history;
    }

    /** The roles that somebody held then; nothing when their name says that already. */
    private static String roles(List<HeldRole> held, String name, Map<OrganisationCode, String> organisations) {
        String roles = held.stream()
                .map(role -> role.words(code -> organisations.getOrDefault(code, code.value())))
                .distinct()
                .collect(Collectors.joining("; "));
        return roles.equals(name) ? "" : roles;
    }

    private String nameOf(String who) {
        return Event.SYSTEM.equals(who)
                ? "Automatic"
                : people.find(who).map(Person::name).orElse(who);
    }
}
