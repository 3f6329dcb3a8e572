package gm.sharing.workflow.gate.soundness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.Task;

/** A real engine that plays drawings: what happens in it, and where its tokens then are. */
final class PlayedInTheEngine implements AutoCloseable {

    private final Choices choices = new Choices();
    private final ProcessEngine engine;
    private String deployment = "";
    private String instance = "";

    PlayedInTheEngine() {
        ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:soundness");
        configuration.setHistory("none");
        configuration.setMetricsEnabled(false);
        configuration.setBeans(Map.of("choices", choices));
        engine = configuration.buildProcessEngine();
    }

    /** Answers the conditions of flows. */
    public static final class Choices {

        private final Map<String, Deque<Boolean>> planned = new HashMap<>();
        private Random random = new Random(0);

        /** As planned, or at random when nothing is planned. */
        public boolean take(String flow) {
            Deque<Boolean> next = planned.getOrDefault(flow, new ArrayDeque<>());
            return next.isEmpty() ? random.nextBoolean() : next.remove();
        }
    }

    void deploy(String lines) {
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("a.bpmn", Drawing.xml(lines))
                .deploy()
                .getId();
    }

    void undeploy() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    void startAtRandom(Random random) {
        choices.planned.clear();
        choices.random = random;
        instance = engine.getRuntimeService().startProcessInstanceByKey("p").getId();
    }

    /** Starts a process and does what a search has found, with the choices that it made. */
    void replay(Scope scope, List<Trace> traces) {
        choices.planned.clear();
        traces.forEach(trace -> plan(scope, trace));
        instance = engine.getRuntimeService().startProcessInstanceByKey("p").getId();
        acts(scope, traces).forEach(this::act);
    }

    private void plan(Scope scope, Trace trace) {
        List<Flow> taken = trace.taken();
        if (taken != null && trace.step().kind() != Step.Kind.PARALLEL) {
            for (Flow flow : scope.out().get(trace.step().index())) {
                if (flow.conditional()) {
                    choices.planned
                            .computeIfAbsent(flow.id(), id -> new ArrayDeque<>())
                            .add(taken.contains(flow));
                    if (trace.step().kind() == Step.Kind.EXCLUSIVE && taken.contains(flow)) {
                        return;
                    }
                }
            }
        }
    }

    /** The steps that are done and the events that happen, in their order. */
    static List<String> acts(Scope scope, List<Trace> traces) {
        List<String> acts = new ArrayList<>();
        for (int i = 0; i < traces.size(); i++) {
            Trace trace = traces.get(i);
            List<Flow> taken = trace.taken();
            if (trace.step().kind() == Step.Kind.WAITS_FOR_EVENTS && taken != null) {
                acts.add(scope.step(taken.get(0).to()).id());
            } else if (trace.step().kind() == Step.Kind.WAITS && trace.by().from() == Flow.NOWHERE) {
                acts.add(
                        taken == null
                                ? traces.get(i + 1).step().id()
                                : trace.step().id());
            }
        }
        return acts;
    }

    List<String> possibleActs() {
        return Stream.concat(tasks().map(PlayedInTheEngine::step), events().map(EventSubscription::getActivityId))
                .sorted()
                .toList();
    }

    void act(String act) {
        tasks().filter(task -> step(task).equals(act))
                .findFirst()
                .ifPresentOrElse(task -> engine.getTaskService().complete(task.getId()), () -> {
                    EventSubscription event = events().filter(
                                    each -> each.getActivityId().equals(act))
                            .findFirst()
                            .orElseThrow();
                    engine.getRuntimeService().messageEventReceived(event.getEventName(), event.getExecutionId());
                });
    }

    private Stream<Task> tasks() {
        return engine.getTaskService().createTaskQuery().processInstanceId(instance).list().stream();
    }

    private Stream<EventSubscription> events() {
        return engine.getRuntimeService().createEventSubscriptionQuery().processInstanceId(instance).list().stream();
    }

    private static String step(Task task) {
        return task.getTaskDefinitionKey().replace("S_in", "S");
    }

    boolean hasEnded() {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                == 0;
    }

    /** How many tokens are where, in the engine. */
    Map<String, Integer> tokens() {
        List<Execution> all = engine.getRuntimeService()
                .createExecutionQuery()
                .processInstanceId(instance)
                .list();
        Set<String> parents = all.stream()
                .map(each -> String.valueOf(((ExecutionEntity) each).getParentId()))
                .collect(Collectors.toSet());
        Map<String, Integer> tokens = new TreeMap<>();
        all.stream()
                .filter(each -> !parents.contains(each.getId()))
                .map(each -> ((ExecutionEntity) each).getActivityId().replace("S_in", "S"))
                .forEach(step -> tokens.merge(step, 1, Integer::sum));
        return tokens;
    }

    @Override
    public void close() {
        engine.close();
    }
}
