package gm.sharing.journey;

import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.audit.EventCount;
import gm.sharing.audit.EventQuery;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.HeldRole;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.standing.StandingConditions;
import gm.sharing.wording.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened to a project, as far as a person may read it, the newest first, by partner and by kind. */
@Component
@Transactional(readOnly = true)
class ProjectHistory {

    private static final Words WORDS = Words.in("journey/record");

    /** Later than anything that happens. */
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private final AuditTrail trail;
    private final Directory directory;
    private final People people;

    ProjectHistory(AuditTrail trail, Directory directory, People people) {
        this.trail = trail;
        this.directory = directory;
        this.people = people;
    }

    /**
     * What was found.
     *
     * @param page with the number of all that was found
     * @param partners those that can be chosen, by their codes, each with how much there is of the chosen kind
     * @param kinds those that can be chosen, as addresses write them, each with how much there is of the chosen partner
     */
    record Found(
            HistoryFilter filter,
            Page<ProjectRecord.Happening> page,
            Map<String, String> partners,
            Map<String, String> kinds) {

        /** Whether there is anything to choose from. */
        public boolean offersChoices() {
            return partners.size() + kinds.size() > 1;
        }
    }

    /** A part of what happened. Costs as many statements for thousands of events as for one. */
    Found find(ProjectAccess access, HistoryFilter filter, Pageable page) {
        Instant until = Objects.requireNonNullElse(access.leftAt(), EVER);
        List<EventCount> seen = trail.count(access.project().reference().value(), until).stream()
                .filter(one -> access.maySee(one.type(), one.forWhom()))
                .toList();
        Predicate<EventCount> ofPartner = one -> filter.organisation()
                .map(chosen -> chosen.equals(one.forWhom()))
                .orElse(true);
        Predicate<EventCount> ofKind = one -> filter.happeningKind()
                .map(chosen -> chosen == HappeningKind.of(one.type()))
                .orElse(true);
        List<EventCount> chosen = seen.stream().filter(ofPartner.and(ofKind)).toList();
        List<Event> events = trail.find(query(access, until, chosen), page);
        Map<OrganisationCode, String> names = directory.namesOf(Stream.concat(
                        seen.stream().map(EventCount::forWhom).filter(Objects::nonNull),
                        events.stream()
                                .flatMap(event -> event.whoRoles().stream())
                                .flatMap(HeldRole::organisations))
                .collect(Collectors.toSet()));
        return new Found(
                filter,
                new PageImpl<>(
                        happenings(events, names),
                        page,
                        chosen.stream().mapToLong(EventCount::count).sum()),
                partners(seen, ofKind, names),
                kinds(seen, ofPartner));
    }

    private static EventQuery query(ProjectAccess access, Instant until, List<EventCount> chosen) {
        Set<OrganisationCode> organisations = chosen.stream()
                .map(EventCount::forWhom)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new EventQuery(
                access.project().reference().value(),
                until,
                chosen.stream().map(EventCount::type).collect(Collectors.toSet()),
                chosen.stream().anyMatch(one -> one.forWhom() == null),
                organisations,
                StandingConditions.KEPT,
                organisations.stream()
                        .filter(organisation -> access.maySee(StandingConditions.KEPT, organisation))
                        .collect(Collectors.toSet()));
    }

    private static Map<String, String> partners(
            List<EventCount> seen, Predicate<EventCount> ofKind, Map<OrganisationCode, String> names) {
        Map<OrganisationCode, Long> counts = new HashMap<>();
        seen.stream()
                .filter(one -> one.forWhom() != null)
                .forEach(one -> counts.merge(one.forWhom(), ofKind.test(one) ? one.count() : 0, Long::sum));
        Map<String, String> partners = new LinkedHashMap<>();
        counts.entrySet().stream()
                .map(one -> Map.entry(
                        one.getKey().value(),
                        choice(names.getOrDefault(one.getKey(), one.getKey().value()), one.getValue())))
                .sorted(Map.Entry.comparingByValue())
                .forEach(one -> partners.put(one.getKey(), one.getValue()));
        return partners;
    }

    private static Map<String, String> kinds(List<EventCount> seen, Predicate<EventCount> ofPartner) {
        Map<HappeningKind, Long> counts = new HashMap<>();
        seen.forEach(
                one -> counts.merge(HappeningKind.of(one.type()), ofPartner.test(one) ? one.count() : 0, Long::sum));
        Map<String, String> kinds = new LinkedHashMap<>();
        counts.keySet().stream()
                .sorted(Comparator.naturalOrder())
                .forEach(kind -> kinds.put(kind.inAddress(), choice(kind.label(), counts.getOrDefault(kind, 0L))));
        return kinds;
    }

    private static String choice(String name, long count) {
        return WORDS.text("choice", Map.of("name", name, "count", count));
    }

    private List<ProjectRecord.Happening> happenings(List<Event> events, Map<OrganisationCode, String> organisations) {
        Map<String, String> names = new HashMap<>();
        return events.stream()
                .map(event -> {
                    String name = event.whoName() == null
                            ? names.computeIfAbsent(event.who(), this::nameOf)
                            : event.whoName();
                    return new ProjectRecord.Happening(
                            event.at(), event.what(), name, roles(event.whoRoles(), name, organisations));
                })
                .toList();
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
