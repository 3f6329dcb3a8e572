package gm.sharing.journey;

import gm.sharing.measure.Measure;
import gm.sharing.measure.Measures;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together which measures a person may read. */
@Service
@Transactional(readOnly = true)
class MeasureRegister {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /** What is to be done first stands first. */
    private static final Comparator<Measure> ORDER = Comparator.comparing((Measure measure) -> !measure.isOpen())
            .thenComparing(measure -> measure.due().orElse(LocalDate.MAX))
            .thenComparing(Measure::id);

    private final ProjectGate gate;
    private final Projects projects;
    private final Measures measures;
    private final Clock clock;

    MeasureRegister(ProjectGate gate, Projects projects, Measures measures, Clock clock) {
        this.gate = gate;
        this.projects = projects;
        this.measures = measures;
        this.clock = clock;
    }

    /**
     * How many measures stand how.
     *
     * @param overdue of those that are open
     */
    record Standing(long open, long overdue, long all) {}

    /** The measures of every project that the person may see, and those that a role of the person sees to. */
    List<Measure> seenBy(Person person) {
        return measures
                .of(gate.allFor(person).stream().map(SharingProject::reference).toList(), person.groups())
                .stream()
                .sorted(ORDER)
                .toList();
    }

    Standing standing(Collection<Measure> of) {
        LocalDate today = LocalDate.now(clock);
        return new Standing(
                of.stream().filter(Measure::isOpen).count(),
                of.stream().filter(measure -> measure.isOverdue(today)).count(),
                of.size());
    }

    /** The owners of these measures: names by how they are known, in the order of the names. */
    static Map<String, String> owners(Collection<Measure> of) {
        Map<String, String> byName = new TreeMap<>();
        of.forEach(measure -> byName.put(measure.ownerName(), measure.owner()));
        return byName;
    }

    List<MeasureLine> lines(List<Measure> seen, MeasureFilter filter, Person person) {
        LocalDate today = LocalDate.now(clock);
        Map<ProjectReference, SharingProject> visible =
                gate.allFor(person).stream().collect(Collectors.toMap(SharingProject::reference, Function.identity()));
        Set<String> owned = new HashSet<>(person.groups());
        visible.values().stream()
                .filter(project -> project.lead().equals(person.id()))
                .forEach(project -> owned.add(project.reference().value()));
        return seen.stream()
                .filter(measure -> filter.takes(measure, owned, today))
                .map(measure -> line(measure, visible.get(measure.project()), today))
                .toList();
    }

    private MeasureLine line(Measure measure, @Nullable SharingProject visible, LocalDate today) {
        SharingProject project = visible == null ? projects.get(measure.project()) : visible;
        return new MeasureLine(
                measure.what(),
                measure.origin().words(),
                project.reference().value(),
                project.title(),
                visible != null,
                measure.ownerName(),
                measure.due().map(DAY::format).orElse(null),
                measure.isOverdue(today),
                measure.status().label(),
                measure.evidence().orElse(null),
                measure.settled()
                        .map(by -> "%s, %s".formatted(by.name(), DAY.format(by.on())))
                        .orElse(null),
                measure.delayReason().orElse(null));
    }
}
