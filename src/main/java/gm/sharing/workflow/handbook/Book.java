package gm.sharing.workflow.handbook;

import gm.sharing.handbook.FormInShort;
import gm.sharing.workflow.handbook.ReadModel.Call;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All processes and tables of one moment, and how people come from one step to the next across them. */
final class Book {

    private final Map<String, ReadModel> models;
    private final Map<String, ReadTable> tables;
    private final Map<String, FormInShort> forms;

    Book(Collection<ReadModel> models, Map<String, ReadTable> tables, Map<String, FormInShort> forms) {
        this.models = models.stream().collect(Collectors.toMap(ReadModel::key, Function.identity()));
        this.tables = tables;
        this.forms = forms;
    }

    /** A step of a process. */
    record Place(ReadModel model, ReadStep step) {}

    /**
     * Where a step leads.
     *
     * @param mayEnd whether nothing may follow
     */
    record Next(Set<Place> places, boolean mayEnd) {}

    Optional<ReadTable> table(String id) {
        return Optional.ofNullable(tables.get(id));
    }

    Optional<FormInShort> form(ReadStep step) {
        return Optional.ofNullable(step.form()).map(forms::get);
    }

    /** A form that begins a process says what is done better than the event that follows from it. */
    String name(ReadStep step) {
        return step.id() == null
                ? form(step)
                        .map(FormInShort::title)
                        .filter(title -> !title.isEmpty())
                        .orElse(step.name())
                : step.name();
    }

    Collection<ReadTable> tables() {
        return tables.values();
    }

    /** A step; the form that begins the process under {@link ReadModel#BEGIN}. */
    Optional<Place> find(String process, String port) {
        return Optional.ofNullable(models.get(process)).flatMap(model -> model.steps().stream()
                .filter(step -> step.port().equals(port))
                .findFirst()
                .map(step -> new Place(model, step)));
    }

    /** Those that call a process, each with its calls. */
    Stream<Map.Entry<ReadModel, Call>> callers(String process) {
        return models.values().stream()
                .sorted(Comparator.comparing(ReadModel::key))
                .flatMap(model -> model.calls().values().stream()
                        .filter(call -> call.process().equals(process))
                        .map(call -> Map.entry(model, call)));
    }

    Next after(Place place) {
        return after(place.model(), place.step().port());
    }

    private Next after(ReadModel model, String port) {
        var walk = new Walk();
        walk.from(model, port);
        return new Next(walk.found, walk.ended);
    }

    /** The steps that lead to one. */
    List<Place> before(Place place) {
        return inOrder().stream()
                .filter(other -> after(other).places().contains(place))
                .toList();
    }

    /** All steps: as a project comes to them, the longest process first, and then those to which only events lead. */
    List<Place> inOrder() {
        Set<Place> ordered = new LinkedHashSet<>();
        models.values().stream()
                .filter(model -> callers(model.key()).findAny().isEmpty())
                .map(this::reached)
                .sorted(Comparator.<Set<Place>>comparingInt(Set::size)
                        .reversed()
                        .thenComparing(places -> places.stream()
                                .map(place -> place.model().key())
                                .findFirst()
                                .orElse("")))
                .forEach(ordered::addAll);
        models.values().stream().sorted(Comparator.comparing(ReadModel::key)).forEach(model -> model.steps()
                .forEach(step -> ordered.add(new Place(model, step))));
        return List.copyOf(ordered);
    }

    private Set<Place> reached(ReadModel model) {
        Set<Place> reached = new LinkedHashSet<>();
        find(model.key(), ReadModel.BEGIN).ifPresent(reached::add);
        Deque<Place> open = new ArrayDeque<>(after(model, ReadModel.BEGIN).places());
        while (!open.isEmpty()) {
            Place place = open.removeFirst();
            if (reached.add(place)) {
                open.addAll(after(place).places());
            }
        }
        return reached;
    }

    private final class Walk {

        private final Set<Place> found = new LinkedHashSet<>();
        private final Set<String> seen = new HashSet<>();
        private boolean ended;

        void from(ReadModel model, String port) {
            if (seen.add(model.key() + " " + port)) {
                model.ways().getOrDefault(port, Set.of()).forEach(way -> follow(model, way));
            }
        }

        private void follow(ReadModel model, Way way) {
            switch (way.kind()) {
                case STEP -> find(model.key(), way.element()).ifPresent(found::add);
                case CALL -> {
                    Call call = model.calls().get(way.element());
                    ReadModel called = call == null ? null : models.get(call.process());
                    if (called == null) {
                        from(model, way.element());
                    } else {
                        from(called, ReadModel.BEGIN);
                    }
                }
                case END -> end(model);
            }
        }

        /** Whatever called the process goes on. */
        private void end(ReadModel model) {
            if (callers(model.key()).findAny().isEmpty()) {
                ended = true;
            }
            models.values().forEach(caller -> caller.calls().forEach((element, call) -> {
                if (call.process().equals(model.key())) {
                    from(caller, element);
                }
            }));
        }
    }
}
