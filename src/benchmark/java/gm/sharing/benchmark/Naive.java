package gm.sharing.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import gm.sharing.RoundTrips;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.history.HistoryLevel;

/**
 * The baseline: the engine as it comes, with full history, and {@code naive.bpmn}. It checks nothing, keeps no record but its
 * history, tells nobody, and knows no permissions.
 */
final class Naive implements Design, AutoCloseable {

    /** Who may submit over HTTP, and by which password. */
    static final String PERSON = "somebody";

    private static final String KEY = "naive";
    private static final int VARIABLES = 20;

    private final HikariDataSource pool;
    private final ProcessEngine engine;

    private Naive(HikariDataSource pool, ProcessEngine engine) {
        this.pool = pool;
        this.engine = engine;
    }

    static Naive start(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(Server.USER);
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(KEY);
        configuration.setDataSource(RoundTrips.counted(pool));
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(HistoryLevel.HISTORY_LEVEL_FULL.getName());
        configuration.setHistoryTimeToLive("P3650D");
        configuration.setJobExecutorActivate(true);
        var engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("naive.bpmn")
                .deploy();
        return new Naive(pool, engine);
    }

    @Override
    public String begin(int partners) {
        var journey = UUID.randomUUID().toString();
        Map<String, Object> variables = new HashMap<>();
        IntStream.rangeClosed(1, VARIABLES - 2)
                .forEach(number -> variables.put("answer" + number, "What there is to say about " + number + "."));
        variables.put("lead", "lead");
        variables.put(
                "partners",
                IntStream.rangeClosed(1, partners)
                        .mapToObj("partner%02d"::formatted)
                        .toList());
        engine.getRuntimeService().startProcessInstanceByKey(KEY, journey, variables);
        LEADS_STEPS.forEach(step -> tasks(journey, step)
                .values()
                .forEach(task -> complete(task, Map.of("answer1", "Answered by " + step))));
        return journey;
    }

    @Override
    public Map<String, Runnable> reviews(String journey) {
        return submits(journey, "Task_ReviewAgreement");
    }

    @Override
    public Map<String, Runnable> signatures(String journey) {
        return submits(journey, "Task_SignAgreement");
    }

    void addPeople() {
        var person = engine.getIdentityService().newUser(PERSON);
        person.setPassword(PERSON);
        engine.getIdentityService().saveUser(person);
    }

    List<String> openReviews(String journey) {
        return List.copyOf(tasks(journey, "Task_ReviewAgreement").values());
    }

    private Map<String, Runnable> submits(String journey, String step) {
        Map<String, Runnable> submits = new LinkedHashMap<>();
        tasks(journey, step)
                .forEach((partner, task) ->
                        submits.put(partner, () -> complete(task, Map.of("decision", "sign", "role", "SIRO"))));
        return submits;
    }

    /** Ids of tasks by their executions, of which each partner has one. */
    private Map<String, String> tasks(String journey, String step) {
        Map<String, String> tasks = new LinkedHashMap<>();
        engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(journey)
                .taskDefinitionKey(step)
                .list()
                .forEach(task -> tasks.put(task.getExecutionId(), task.getId()));
        return tasks;
    }

    private void complete(String task, Map<String, Object> answers) {
        engine.getFormService().submitTaskForm(task, answers);
    }

    /** Nothing follows. */
    @Override
    public boolean hasMovedOn(String journey) {
        return hasEnded(journey);
    }

    @Override
    public boolean hasEnded(String journey) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(journey)
                        .count()
                == 0;
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
