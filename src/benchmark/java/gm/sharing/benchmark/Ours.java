package gm.sharing.benchmark;

import gm.sharing.SharingJourneys;
import gm.sharing.journeys.Answers;
import gm.sharing.journeys.TestPeople;
import gm.sharing.organisation.Directory;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.Rounds;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application as it is shipped: every form checked and every person's permissions, its own record with events, notices
 * written and delivered, the document rendered, jobs and scheduler at work.
 */
final class Ours implements Design, AutoCloseable {

    private static final String LEAD = "lead.manchester";
    private static final String ORGANISATION = "manchester";

    private final ConfigurableApplicationContext application;
    private final ProcessEngine engine;
    private final Rounds rounds;
    private final List<String> partners;
    private final Map<String, List<String>> groups = new ConcurrentHashMap<>();

    private Ours(ConfigurableApplicationContext application, int partners) {
        this.application = application;
        this.engine = application.getBean(ProcessEngine.class);
        this.rounds = application.getBean(Rounds.class);
        this.partners = new TestPeople(engine.getIdentityService(), application.getBean(Directory.class))
                .inventedPartners(partners);
    }

    /** Starts it on an empty database. */
    static Ours start(String url, int partners) {
        return new Ours(
                new SpringApplicationBuilder(SharingJourneys.class)
                        .profiles("demo")
                        .run(
                                "--server.port=0",
                                "--spring.datasource.url=" + url,
                                "--spring.datasource.username=" + Server.USER,
                                "--logging.level.root=warn",
                                "--logging.level.gm.sharing=warn",
                                "--logging.level.gm.sharing.benchmark=info"),
                partners);
    }

    @Override
    public String begin(int partners) {
        var asked = this.partners.subList(0, partners - 1);
        var journey = as(LEAD, this::propose);
        submit(journey, LEAD, "Task_DescribeNeeds", Answers.needs());
        submit(journey, LEAD, "Task_NamePartners", Answers.partners(List.of(ORGANISATION), asked));
        submit(journey, LEAD, "Task_DescribeFlows", Answers.flows(List.of(Answers.flow(List.of(ORGANISATION), asked))));
        submit(journey, LEAD, "Task_AgreeArrangements", Answers.arrangements());
        submit(journey, LEAD, "Task_AnswerScreening", Answers.nothingInScreening());
        submit(
                journey,
                "dpo." + ORGANISATION,
                "Task_ConfirmNoDpia",
                Map.of("dpiaNeeded", "false", "reason", "Little is shared."));
        submit(
                journey,
                "signatory." + ORGANISATION,
                "Task_DecideNoDpia",
                Map.of("dpiaNeeded", "false", "role", "SIRO"));
        Design.awaitPatiently(() -> isOpen(journey, "Task_CheckDraft", 1));
        submit(journey, LEAD, "Task_CheckDraft", Map.of("sendOut", "true"));
        Design.awaitPatiently(() -> isOpen(journey, "Task_ReviewAgreement", partners));
        return journey;
    }

    private String propose() {
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("sharing-project")
                .latestVersion()
                .singleResult();
        return engine.getFormService()
                .submitStartForm(definition.getId(), Answers.proposal("Help before eviction"))
                .getBusinessKey();
    }

    @Override
    public Map<String, Runnable> reviews(String journey) {
        return submits(journey, "Task_ReviewAgreement", "ig.", Answers.review("sign"));
    }

    @Override
    public Map<String, Runnable> signatures(String journey) {
        awaitSignatures(journey);
        return submits(journey, "Task_SignAgreement", "signatory.", Answers.signature("sign"));
    }

    /** What follows a review is left to the job executor. */
    private void awaitSignatures(String journey) {
        Design.awaitPatiently(() -> query(journey, "Task_SignAgreement").count() == stillOpen(journey));
    }

    /** How many partners have not decided. */
    private long stillOpen(String journey) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(journey)
                .processDefinitionKey("partner-sign-off")
                .count();
    }

    /** A whole journey in which every partner signs with a condition, which is followed up from then on. */
    void walkWithConditions(int partners) {
        var journey = begin(partners);
        submits(journey, "Task_ReviewAgreement", "ig.", Answers.review("sign-with-conditions"))
                .values()
                .forEach(Runnable::run);
        awaitSignatures(journey);
        submits(journey, "Task_SignAgreement", "signatory.", Answers.signature("sign-with-conditions"))
                .values()
                .forEach(Runnable::run);
        Design.awaitPatiently(() -> engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(journey)
                        .processDefinitionKey("sharing-project")
                        .count()
                == 0);
    }

    List<Review> openReviews(String journey) {
        return open(journey, "Task_ReviewAgreement");
    }

    private Map<String, Runnable> submits(String journey, String step, String role, Map<String, Object> answers) {
        Map<String, Runnable> submits = new LinkedHashMap<>();
        open(journey, step)
                .forEach(task -> submits.put(task.partner(), () -> submit(task.id(), role + task.partner(), answers)));
        return submits;
    }

    private List<Review> open(String journey, String step) {
        var tasks = tasks(journey, step);
        Map<String, String> partners = new HashMap<>();
        engine.getRuntimeService()
                .createVariableInstanceQuery()
                .variableName("partner")
                .processInstanceIdIn(
                        tasks.stream().map(Task::getProcessInstanceId).toArray(String[]::new))
                .list()
                .forEach(partner -> partners.put(partner.getProcessInstanceId(), value(partner)));
        return tasks.stream()
                .map(task -> new Review(task.getId(), partners.get(task.getProcessInstanceId())))
                .toList();
    }

    /** An open task of a partner. */
    record Review(String id, String partner) {}

    private static String value(VariableInstance variable) {
        return (String) variable.getValue();
    }

    private void submit(String journey, String person, String step, Map<String, Object> answers) {
        tasks(journey, step).forEach(task -> submit(task.getId(), person, answers));
    }

    private void submit(String task, String person, Map<String, Object> answers) {
        as(person, () -> {
            engine.getFormService().submitTaskForm(task, answers);
            return "";
        });
    }

    private boolean isOpen(String journey, String step, int times) {
        return query(journey, step).count() == times;
    }

    private List<Task> tasks(String journey, String step) {
        return query(journey, step).list();
    }

    private TaskQuery query(String journey, String step) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(journey)
                .taskDefinitionKey(step);
    }

    /** The round is concluded by what all partners decided, and the agreement is about to be published. */
    @Override
    public boolean hasMovedOn(String journey) {
        return rounds.get(new ProjectReference(journey), 1).outcome().isPresent();
    }

    @Override
    public boolean hasEnded(String journey) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(journey)
                        .count()
                == 0;
    }

    /** With the person's permissions, as behind the REST API. */
    private String as(String person, Supplier<String> work) {
        engine.getIdentityService().setAuthentication(person, groups.computeIfAbsent(person, this::groupsOf));
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private List<String> groupsOf(String person) {
        return engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
    }

    @Override
    public void close() {
        application.close();
    }
}
