package gm.sharing.directory;

import gm.sharing.Refused;
import gm.sharing.directory.ImportLine.Outcome;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationAdded;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.OrganisationRenamed;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes organisations over from a file: those that the directory does not have are added, others are changed where a cell says
 * something else. An empty cell changes nothing. It goes the way of the pages, so that what they refuse is refused here.
 */
@Component
class OrganisationImport {

    private final Directory directory;
    private final OrganisationChanges changes;
    private final ApplicationEventPublisher others;

    OrganisationImport(Directory directory, OrganisationChanges changes, ApplicationEventPublisher others) {
        this.directory = directory;
        this.changes = changes;
        this.others = others;
    }

    /** Applies a file within the transaction at hand, which the caller ends as if nothing had been when there is a fault. */
    Run run(String text, Person by) {
        return new Run(text, by);
    }

    /** One file, applied to the directory as it is now. */
    final class Run {

        private final Person by;
        private final OrganisationFormat.Read file;
        private final Map<String, Organisation> known = new LinkedHashMap<>();
        private final Set<String> names = new HashSet<>();
        private final Map<String, Integer> seen = new HashMap<>();
        private final List<ImportLine> lines = new ArrayList<>();
        private final List<ImportFault> faults = new ArrayList<>();
        private final List<Organisation> added = new ArrayList<>();
        private final Map<OrganisationCode, String> changed = new LinkedHashMap<>();
        private final List<OrganisationCode> renamed = new ArrayList<>();

        private Run(String text, Person by) {
            this.by = by;
            this.file = OrganisationFormat.read(CsvFile.rows(text));
            directory.all().forEach(this::know);
            apply();
        }

        private void know(Organisation organisation) {
            known.put(organisation.code().value(), organisation);
            names.add(organisation.name());
        }

        private void apply() {
            List<OrganisationFormat.Line> later = new ArrayList<>();
            file.lines().forEach(line -> {
                if (isRead(line)) {
                    later.add(line);
                }
            });
            Set<String> coming =
                    later.stream().map(line -> line.value(Fact.CODE)).collect(Collectors.toCollection(HashSet::new));
            coming.removeAll(known.keySet());
            // Whatever their order in the file: a line waits until the organisations that it names are there.
            for (boolean more = true; more; ) {
                List<OrganisationFormat.Line> ready = later.stream()
                        .filter(line -> refersTo(line).noneMatch(code -> coming.contains(code) && !isOf(line, code)))
                        .toList();
                ready.forEach(line -> {
                    apply(line);
                    coming.remove(line.value(Fact.CODE));
                });
                later.removeAll(ready);
                more = !ready.isEmpty() && !later.isEmpty();
            }
            later.forEach(line -> fault(line, "", ImportWords.of("circle")));
        }

        private static boolean isOf(OrganisationFormat.Line line, String code) {
            return line.value(Fact.CODE).equals(code);
        }

        /** Whether there is anything to apply; what is wrong with the line as such is said. */
        private boolean isRead(OrganisationFormat.Line line) {
            String code = line.value(Fact.CODE);
            if (!line.leftOut().isEmpty()) {
                Organisation there = known.get(code);
                lines.add(new ImportLine(
                        line.line(),
                        Outcome.LEAVE_OUT,
                        line.value(Fact.NAME),
                        there == null
                                ? line.leftOut()
                                : ImportWords.of("stays", "why", line.leftOut(), "name", there.name())));
                return false;
            }
            if (line.surplus()) {
                fault(line, "", ImportWords.of("surplus"));
                return false;
            }
            List<Fact> formulas = line.values().entrySet().stream()
                    .filter(cell -> cell.getValue().startsWith("="))
                    .map(Map.Entry::getKey)
                    .toList();
            formulas.forEach(fact -> fault(line, fact.label(), ImportWords.of("formula")));
            if (!formulas.isEmpty()) {
                return false;
            }
            if (!OrganisationCode.isOne(code)) {
                fault(line, Fact.CODE.label(), ImportWords.of("no-code"));
                return false;
            }
            Integer before = seen.putIfAbsent(code, line.line());
            if (before != null) {
                fault(line, Fact.CODE.label(), ImportWords.of("same-code", "line", before));
                return false;
            }
            return true;
        }

        private static Stream<String> refersTo(OrganisationFormat.Line line) {
            return Stream.of(Fact.MEMBERS, Fact.HOST, Fact.ACTED_FOR_BY)
                    .flatMap(fact -> Fact.Kind.codesIn(line.value(fact)));
        }

        private void apply(OrganisationFormat.Line line) {
            try {
                Organisation organisation = known.get(line.value(Fact.CODE));
                if (organisation == null) {
                    add(line);
                } else {
                    change(organisation, line);
                }
            } catch (Refused refused) {
                if (refused.complaints().isEmpty()) {
                    fault(line, "", String.valueOf(refused.getMessage()));
                }
                refused.complaints().forEach(complaint -> fault(line, label(complaint.field()), complaint.sentence()));
            }
        }

        private void add(OrganisationFormat.Line line) {
            OrganisationCode code = new OrganisationCode(line.value(Fact.CODE));
            Given given = Given.of(Part.TO_ADD, typed(Part.TO_ADD, line, null));
            if (names.contains(given.required(Fact.NAME))) {
                throw Refused.of(Fact.NAME.key(), "there is an organisation with this name already.");
            }
            Organisation organisation = changes.made(code, given);
            parts(line)
                    .filter(part -> !Part.TO_ADD.containsAll(asked(part, line)))
                    .forEach(part -> changes.apply(
                            organisation, part, Given.of(part.facts(), typed(part.facts(), line, organisation))));
            directory.addAmongMany(organisation);
            know(organisation);
            added.add(organisation);
            lines.add(new ImportLine(
                    line.line(),
                    Outcome.ADD,
                    organisation.name(),
                    line.values().keySet().stream()
                            .filter(fact -> fact != Fact.NAME)
                            .map(fact ->
                                    fact.label() + ": " + fact.of(organisation).replace("\n", ", "))
                            .collect(Collectors.joining("; "))));
        }

        private void change(Organisation organisation, OrganisationFormat.Line line) {
            String name = organisation.name();
            List<String> differences = new ArrayList<>();
            parts(line)
                    .filter(part -> asked(part, line).stream()
                            .anyMatch(fact -> !line.value(fact).equals(fact.of(organisation))))
                    .forEach(part -> {
                        Given given = Given.of(part.facts(), typed(part.facts(), line, organisation));
                        String what =
                                changes.differences(organisation, part, () -> changes.apply(organisation, part, given));
                        if (!what.isEmpty()) {
                            differences.add(what);
                        }
                    });
            if (differences.isEmpty()) {
                lines.add(new ImportLine(line.line(), Outcome.SAME, name, ""));
                return;
            }
            String what = String.join(" ", differences);
            changed.put(organisation.code(), what);
            if (!name.equals(organisation.name())) {
                renamed.add(organisation.code());
                know(organisation);
            }
            lines.add(new ImportLine(line.line(), Outcome.CHANGE, name, what));
        }

        private static Stream<Part> parts(OrganisationFormat.Line line) {
            return Stream.of(Part.values()).filter(part -> !asked(part, line).isEmpty());
        }

        /** What the line says of a part. */
        private static List<Fact> asked(Part part, OrganisationFormat.Line line) {
            return part.facts().stream()
                    .filter(fact -> !line.value(fact).isEmpty())
                    .toList();
        }

        /** As the page would send it: what the line does not say is as it is. */
        private static Map<String, List<String>> typed(
                Collection<Fact> asked, OrganisationFormat.Line line, @Nullable Organisation now) {
            return asked.stream()
                    .collect(Collectors.toMap(
                            Fact::key,
                            fact -> List.of(
                                    !line.value(fact).isEmpty() || now == null ? line.value(fact) : fact.of(now))));
        }

        private void fault(OrganisationFormat.Line line, String column, String message) {
            faults.add(new ImportFault(line.line(), column, message));
        }

        private static String label(String key) {
            return Stream.of(Fact.values())
                    .filter(fact -> fact.key().equals(key))
                    .map(Fact::label)
                    .findFirst()
                    .orElse(key);
        }

        ImportCheck check() {
            return new ImportCheck(file.format().words(), lines, faults);
        }

        /** Says what was done: in the record, and to whatever follows the directory, once for all of them. */
        void tell() {
            added.forEach(organisation -> changes.recordAdded(organisation, by));
            changed.forEach((code, what) -> changes.recordChanged(code, what, by));
            if (!added.isEmpty()) {
                others.publishEvent(new OrganisationAdded(
                        added.stream().map(Organisation::code).toList()));
            }
            renamed.forEach(code -> others.publishEvent(new OrganisationRenamed(code)));
        }
    }

    /** Only the service's administrators say which organisations there are. */
    static boolean mayImport(Person person) {
        return person.holds(Role.ADMINISTRATOR);
    }
}
