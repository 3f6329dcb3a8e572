package gm.sharing.workflow.diagram;

import gm.sharing.journey.RunningPart;
import gm.sharing.journey.RunningPart.Ahead;
import gm.sharing.journey.RunningPart.AheadStep;
import gm.sharing.journey.RunningPart.Condition;
import gm.sharing.journey.RunningPart.Kind;
import gm.sharing.journey.RunningPart.Step;
import gm.sharing.journey.RunningParts;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.gate.table.Remembered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads from the engine where a project stands in three statements, however many partners it has. Each version of a model is read
 * once.
 */
@Component
class EngineRunningParts implements RunningParts {

    private static final Logger LOG = LoggerFactory.getLogger(EngineRunningParts.class);

    private static final int MOST_READ = 200;

    private final Places places;
    private final RepositoryService repository;
    private final Remembered<String, Optional<DrawnModel>> models = new Remembered<>(MOST_READ);
    private final Remembered<String, String> drawings = new Remembered<>(MOST_READ);

    EngineRunningParts(Places places, RepositoryService repository) {
        this.places = places;
        this.repository = repository;
    }

    @Override
    public List<RunningPart> of(ProjectReference reference, Predicate<OrganisationCode> known) {
        List<Places.Instance> instances = instances(reference, known);
        if (instances.isEmpty()) {
            return List.of();
        }
        Set<String> ids = instances.stream().map(Places.Instance::id).collect(Collectors.toSet());
        Map<String, List<Places.Here>> here =
                places.here(ids).stream().collect(Collectors.groupingBy(Places.Here::instance));
        Map<Places.Element, Integer> passed = places.passed(ids);
        Map<String, List<Places.Instance>> versions = instances.stream()
                .sorted(Comparator.comparing(Places.Instance::called).thenComparing(Places.Instance::process))
                .collect(Collectors.groupingBy(Places.Instance::definition, LinkedHashMap::new, Collectors.toList()));
        return versions.values().stream()
                .flatMap(running ->
                        model(running.get(0).definition()).map(model -> part(running, model, here, passed)).stream())
                .toList();
    }

    @Override
    public Optional<Ahead> ahead(ProjectReference reference) {
        return places.main(reference).entrySet().stream()
                .flatMap(main -> model(main.getKey()).flatMap(model -> ahead(model, main.getValue())).stream())
                .findFirst();
    }

    private static Optional<Ahead> ahead(DrawnModel model, Set<String> elements) {
        Set<String> here = model.at(elements);
        Map<String, OnwardWays.Comes> comes = model.onward().from(here);
        return model.onward()
                .next(here)
                .map(until -> new Ahead(
                        until,
                        model.elements().stream()
                                .filter(drawn -> drawn.kind() == Kind.PERSON || drawn.kind() == Kind.PART)
                                .filter(drawn -> here.contains(drawn.id()) || isBefore(until, comes.get(drawn.id())))
                                .flatMap(drawn -> Stream.ofNullable(drawn.brief())
                                        .map(name -> new AheadStep(
                                                name,
                                                drawn.partOf(),
                                                here.contains(drawn.id()),
                                                condition(comes.get(drawn.id())))))
                                .toList()));
    }

    private static boolean isBefore(String until, OnwardWays.@Nullable Comes comes) {
        return comes != null && until.equals(comes.until());
    }

    private static @Nullable Condition condition(OnwardWays.@Nullable Comes comes) {
        return comes == null ? null : comes.condition();
    }

    @Override
    public Optional<String> drawing(
            ProjectReference reference, Predicate<OrganisationCode> known, String process, int version) {
        return instances(reference, known).stream()
                .filter(running -> running.process().equals(process) && (version == 0 || running.version() == version))
                .max(Comparator.comparing(Places.Instance::version))
                .map(running -> drawings.of(running.definition(), this::read));
    }

    private List<Places.Instance> instances(ProjectReference reference, Predicate<OrganisationCode> known) {
        return places.running(reference).stream()
                .filter(running -> running.organisation() == null || known.test(running.organisation()))
                .toList();
    }

    private static RunningPart part(
            List<Places.Instance> running,
            DrawnModel model,
            Map<String, List<Places.Here>> here,
            Map<Places.Element, Integer> passed) {
        List<List<Places.Here>> each = running.stream()
                .map(one -> here.getOrDefault(one.id(), List.of()))
                .toList();
        List<Map<String, OnwardWays.Comes>> coming = each.stream()
                .map(there -> model.onward()
                        .from(model.at(there.stream().map(Places.Here::element).toList())))
                .toList();
        Places.Instance first = running.get(0);
        return new RunningPart(
                first.process(),
                first.version(),
                model.name(),
                running.size(),
                running.stream()
                        .map(Places.Instance::organisation)
                        .filter(Objects::nonNull)
                        .toList(),
                model.elements().stream()
                        .map(drawn -> step(
                                drawn,
                                each.stream()
                                        .flatMap(List::stream)
                                        .filter(one -> one.element().equals(drawn.id()))
                                        .toList(),
                                passed.getOrDefault(new Places.Element(first.definition(), drawn.id()), 0),
                                coming.stream()
                                        .map(comes -> comes.get(drawn.id()))
                                        .filter(Objects::nonNull)
                                        .toList()))
                        .toList());
    }

    private static Step step(
            DrawnModel.Drawn drawn, List<Places.Here> there, int passed, List<OnwardWays.Comes> coming) {
        long tokens = there.stream().filter(Places.Here::token).count();
        long stopped = there.stream()
                .filter(Places.Here::stopped)
                .map(Places.Here::instance)
                .distinct()
                .count();
        return new Step(
                drawn.id(),
                drawn.name(),
                drawn.kind(),
                passed,
                (int) Math.max(tokens, stopped),
                (int) coming.stream().filter(comes -> comes.condition() == null).count(),
                stopped > 0,
                there.stream()
                        .map(Places.Here::since)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                coming.stream()
                        .map(OnwardWays.Comes::condition)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                there.stream().map(Places.Here::task).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    /** What is stored may be broken, which the inspection of models says; the other parts are shown all the same. */
    private Optional<DrawnModel> model(String ofWhich) {
        return models.of(ofWhich, definition -> {
            try {
                return Optional.of(DrawnModel.of(
                        repository.getBpmnModelInstance(definition),
                        repository.getProcessDefinition(definition).getKey()));
            } catch (RuntimeException e) {
                LOG.warn("{}", definition, e);
                return Optional.empty();
            }
        });
    }

    private String read(String definition) {
        try (var file = repository.getProcessModel(definition)) {
            return PlainDrawing.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
