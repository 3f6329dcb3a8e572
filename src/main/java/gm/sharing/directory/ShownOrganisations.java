package gm.sharing.directory;

import gm.sharing.Dates;
import gm.sharing.audit.Event;
import gm.sharing.code.CodesInForce;
import gm.sharing.onboarding.Checklist;
import gm.sharing.onboarding.Checklists;
import gm.sharing.organisation.AssuranceSchemes;
import gm.sharing.organisation.Consent;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.FormerName;
import gm.sharing.organisation.HeldRole;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Sector;
import gm.sharing.organisation.Successions;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Organisations as their pages show them. */
@Service
@Transactional(readOnly = true)
class ShownOrganisations {

    private static final Words CONSENT = Words.in("organisation/consent");

    private final Directory directory;
    private final OrganisationChanges changes;
    private final Successions successions;
    private final ShownRows rows;
    private final Checklists checklists;
    private final CodesInForce codes;
    private final Clock clock;

    ShownOrganisations(
            Directory directory,
            OrganisationChanges changes,
            Successions successions,
            ShownRows rows,
            Checklists checklists,
            CodesInForce codes,
            Clock clock) {
        this.successions = successions;
        this.rows = rows;
        this.checklists = checklists;
        this.codes = codes;
        this.directory = directory;
        this.changes = changes;
        this.clock = clock;
    }

    /** What a page asks, with what is known. */
    Typed toChange(OrganisationCode code, Part part) {
        Organisation organisation = directory.get(code);
        return new Typed(
                part.facts().stream().collect(Collectors.toMap(Fact::key, fact -> fact.of(organisation))),
                organisation.version());
    }

    /** All that is known, with what the person may change. */
    Shown of(OrganisationCode code, Person person) {
        Organisation organisation = directory.get(code);
        List<Event> events = changes.events(code);
        Map<OrganisationCode, String> names = names(organisation, events);
        AssuranceSchemes schemes = new AssuranceSchemes(codes.now());
        return new Shown(
                code.value(),
                organisation.name(),
                organisation.isDemo(),
                organisation.isLegalEntity(),
                successions.partOf(organisation).orElse(null),
                organisation.succession().isPresent() ? null : checklists.of(organisation),
                schemes.inWords(organisation, LocalDate.now(clock)),
                organisation.formerNames(),
                Stream.of(Part.values())
                        .filter(part -> part != Part.CONSENT || needsConsent(organisation))
                        .map(part -> chapter(organisation, part, names, person))
                        .map(chapter -> withState(chapter, organisation))
                        .toList(),
                rows.of(organisation, schemes),
                events.stream().map(event -> happening(event, names)).toList());
    }

    /** Whether the consent counts today, and to whom it is given, stands before what it says. */
    private Chapter withState(Chapter chapter, Organisation organisation) {
        if (!chapter.key().equals(Part.CONSENT.key())) {
            return chapter;
        }
        Line today = new Line(CONSENT.text("state"), Consent.state(organisation, LocalDate.now(clock)));
        return Consent.of(organisation)
                .map(consent -> chapter.after(
                        new Line(CONSENT.text("given-to"), consent.receivers(directory.nameOf(consent.to())))))
                .orElse(chapter)
                .after(today);
    }

    private static boolean needsConsent(Organisation organisation) {
        return organisation.actedForBy() != null && organisation.succession().isEmpty();
    }

    private Map<OrganisationCode, String> names(Organisation organisation, List<Event> events) {
        Stream<OrganisationCode> named = Stream.of(
                        Fact.MEMBERS, Fact.HOST, Fact.ACTED_FOR_BY, Fact.SUCCESSOR, Fact.ALSO_SUCCEEDED_BY)
                .flatMap(fact -> Fact.Kind.codesIn(fact.of(organisation)))
                .map(OrganisationCode::new);
        Stream<OrganisationCode> acting =
                events.stream().flatMap(event -> event.whoRoles().stream()).flatMap(HeldRole::organisations);
        Set<OrganisationCode> codes = Stream.concat(named, acting).collect(Collectors.toSet());
        return codes.isEmpty() ? new HashMap<>() : directory.namesOf(codes);
    }

    private static Chapter chapter(
            Organisation organisation, Part part, Map<OrganisationCode, String> names, Person person) {
        return new Chapter(
                part.key(),
                part.title(),
                OrganisationChanges.mayChange(person, organisation.code(), part),
                part.facts().stream()
                        .filter(fact -> fact != Fact.SINCE)
                        .map(fact -> new Line(fact.label(), words(fact, fact.of(organisation), names)))
                        .toList());
    }

    private static String words(Fact fact, String value, Map<OrganisationCode, String> names) {
        if (value.isEmpty()) {
            return switch (fact.kind()) {
                case TICK -> "No";
                case ORGANISATION, ORGANISATIONS -> "None";
                default -> "Not given";
            };
        }
        return switch (fact.kind()) {
            case DAY -> Dates.day(LocalDate.parse(value));
            case TICK -> "Yes";
            case SECTOR -> Sector.valueOf(value).label();
            case ORGANISATION, ORGANISATIONS ->
                Fact.Kind.codesIn(value)
                        .map(OrganisationCode::new)
                        .map(code -> names.getOrDefault(code, code.value()))
                        .collect(Collectors.joining("\n"));
            default -> value;
        };
    }

    private static Happening happening(Event event, Map<OrganisationCode, String> names) {
        Function<OrganisationCode, String> nameOf = code -> names.getOrDefault(code, code.value());
        return new Happening(
                Dates.moment(event.at()),
                event.what(),
                Objects.requireNonNullElse(event.whoName(), event.who()),
                event.whoRoles().stream().map(role -> role.words(nameOf)).collect(Collectors.joining("; ")));
    }

    /** What a page asks: values by key, and the version that they are of. */
    record Typed(Map<String, String> values, long version) {}

    /**
     * An organisation.
     *
     * @param checklist null for one that is part of another one
     */
    record Shown(
            String code,
            String name,
            boolean demo,
            boolean legalEntity,
            @Nullable String partOf,
            @Nullable Checklist checklist,
            String assurance,
            Collection<FormerName> formerNames,
            List<Chapter> chapters,
            List<ShownRows.Listed> rows,
            List<Happening> history) {}

    /** One part of it. */
    record Chapter(String key, String title, boolean mayChange, List<Line> lines) {

        private Chapter after(Line line) {
            return new Chapter(
                    key,
                    title,
                    mayChange,
                    Stream.concat(Stream.of(line), lines.stream()).toList());
        }
    }

    /** What is said, and in which words. */
    record Line(String label, String words) {}

    /** A change of it. */
    record Happening(String at, String what, String who, String roles) {}
}
