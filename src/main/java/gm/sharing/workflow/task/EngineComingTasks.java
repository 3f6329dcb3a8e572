package gm.sharing.workflow.task;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import gm.sharing.work.ComingTask;
import gm.sharing.work.ComingTasks;
import gm.sharing.workflow.gate.table.Remembered;
import gm.sharing.workflow.task.PlacesOfTasks.Caller;
import gm.sharing.workflow.task.PlacesOfTasks.Place;
import gm.sharing.workflow.task.WaysToTasks.Found;
import gm.sharing.workflow.task.WaysToTasks.Later;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks from the tasks that are open along the models that run, for those that come next and whose office is known now. As many
 * statements for many tasks as for one.
 */
@Component
class EngineComingTasks implements ComingTasks {

    private static final Logger LOG = LoggerFactory.getLogger(EngineComingTasks.class);

    private static final int MOST_REMEMBERED = 1_000;

    private final PlacesOfTasks places;
    private final TasksInModels models;
    private final RepositoryService repository;
    private final Remembered<String, Found> ways = new Remembered<>(MOST_REMEMBERED);

    EngineComingTasks(PlacesOfTasks places, TasksInModels models, RepositoryService repository) {
        this.places = places;
        this.models = models;
        this.repository = repository;
    }

    @Override
    public List<ComingTask> of(Person person, @Nullable ProjectReference project) {
        Set<OrganisationCode> organisations = person.groups().stream()
                .flatMap(group -> Role.organisationOf(group).stream())
                .collect(Collectors.toSet());
        List<Place> open = organisations.isEmpty() ? List.of() : places.near(organisations, project);
        if (open.isEmpty()) {
            return List.of();
        }
        Set<String> instances = open.stream().map(Place::instance).collect(Collectors.toSet());
        Map<String, Map<String, Boolean>> said = places.said(instances);
        Map<String, List<Caller>> callers = places.callers(instances);
        Map<String, String> latest = places.latestModels();
        Map<String, List<String>> candidates =
                models.candidates(open.stream().map(Place::task).toList());
        return open.stream()
                .flatMap(place -> coming(
                                place,
                                said.getOrDefault(place.instance(), Map.of()),
                                callers.getOrDefault(place.instance(), List.of()),
                                latest,
                                person)
                        .map(next -> new ComingTask(
                                next.name(),
                                place.inWork(groups(place, candidates.getOrDefault(place.task(), List.of()))),
                                next.sameDue())))
                .toList();
    }

    private record Next(String name, boolean sameDue) {}

    /** What comes next to the person. */
    private Stream<Next> coming(
            Place place, Map<String, Boolean> said, List<Caller> callers, Map<String, String> latest, Person person) {
        Found found = after(place.model(), place.element());
        Stream<Next> coming = Stream.concat(
                next(found.tasks(), said, place.part(), place, person),
                called(found, said, latest).flatMap(called -> next(called, Map.of(), null, place, person)));
        boolean ends = found.ends().stream().anyMatch(when -> holds(when, said));
        for (Caller caller : callers) {
            if (!ends) {
                break;
            }
            Found further = after(caller.model(), caller.element());
            coming = Stream.concat(coming, next(further.tasks(), Map.of(), null, place, person));
            ends = !further.ends().isEmpty();
        }
        return coming.distinct();
    }

    private Stream<List<Later>> called(Found found, Map<String, Boolean> said, Map<String, String> latest) {
        return found.calls().stream()
                .filter(call -> holds(call.when(), said))
                .flatMap(call -> Stream.ofNullable(latest.get(call.process())).map(model -> ways.of(
                                model,
                                key -> read(
                                        key,
                                        () -> WaysToTasks.into(repository.getBpmnModelInstance(key), call.process())))
                        .tasks()));
    }

    private static Stream<Next> next(
            List<Later> tasks, Map<String, Boolean> said, @Nullable OrganisationCode part, Place place, Person person) {
        return tasks.stream()
                .filter(later -> holds(later.when(), said))
                .filter(later -> later.groups().stream()
                        .map(group -> known(group, part, place.leader()))
                        .anyMatch(person.groups()::contains))
                .map(later -> new Next(later.name(), later.sameDue()));
    }

    /** A group with the organisations that are known now in the place of their names. */
    private static String known(String group, @Nullable OrganisationCode part, OrganisationCode leader) {
        String ofLeader = group.replace("${leadOrganisation}", leader.value());
        return part == null
                ? ofLeader
                : ofLeader.replace("${partner}", part.value()).replace("${adviser}", part.value());
    }

    /** What was not said yet may be said so. */
    private static boolean holds(Map<String, Boolean> when, Map<String, Boolean> said) {
        return when.entrySet().stream()
                .allMatch(asked -> asked.getValue().equals(said.getOrDefault(asked.getKey(), asked.getValue())));
    }

    private List<String> groups(Place place, Collection<String> candidates) {
        return candidates.isEmpty()
                ? models.words(place.model(), place.element()).role().stream()
                        .filter(role -> !role.perOrganisation())
                        .map(Role::group)
                        .toList()
                : List.copyOf(candidates);
    }

    private Found after(String model, String element) {
        return ways.of(
                model + "#" + element,
                key -> read(model, () -> WaysToTasks.after(repository.getBpmnModelInstance(model), element)));
    }

    /** A model that is stored may be broken, which the inspection of models says. */
    private static Found read(String model, Supplier<Found> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            LOG.warn("{}", model, e);
            return Found.NOTHING;
        }
    }
}
