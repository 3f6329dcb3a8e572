package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.advice;
import static gm.sharing.journeys.Answers.algorithm;
import static gm.sharing.journeys.Answers.algorithmInScreening;
import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.dpiaDecision;
import static gm.sharing.journeys.Answers.dpiaSections;
import static gm.sharing.journeys.Answers.ethicsAdvice;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;
import static gm.sharing.journeys.Answers.revision;
import static gm.sharing.journeys.Answers.risks;
import static gm.sharing.journeys.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.DemoApplication;
import gm.sharing.Shipped;
import gm.sharing.Visitor;
import gm.sharing.agreement.Agreements;
import gm.sharing.code.Coded;
import gm.sharing.document.Chapter;
import gm.sharing.document.Fact;
import gm.sharing.document.FieldChange;
import gm.sharing.document.Section;
import gm.sharing.dpia.DpiaSection;
import gm.sharing.dpia.DpiaVersions;
import gm.sharing.project.ProjectReference;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A question that no rule reads costs one file, its form: it is on the record, in the document and in the comparison. */
@Tag("one-database")
@DemoApplication
class QuestionInOneFileIntegrationTests {

    private static final String LEAD = "lead.manchester";
    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Agreements agreements;

    @Autowired
    DpiaVersions assessments;

    private String deployment = "";
    private String project = "";

    @AfterEach
    void undeploy() {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(project)
                .rootProcessInstances()
                .list()
                .forEach(instance ->
                        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "The test is over"));
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void isOnTheRecordInTheDocumentAndInTheComparison() throws IOException {
        deploy(Map.of(
                "dpia-scope.form",
                withQuestion(shipped("dpia-scope"), "amount", "seasons", "Does it differ by season?", "dpia", "scope"),
                "agree-arrangements.form",
                withQuestion(
                        asBefore(shipped("agree-arrangements")),
                        "breaches",
                        "printing",
                        "What is printed?",
                        "agreement",
                        "care")));
        var driver = new JourneyDriver(engine);
        describe(driver, with(arrangements(), "printing", "Nothing at all."), nothingInScreening());
        driver.complete(
                project,
                "Task_ConfirmNoDpia",
                "dpo.manchester",
                Map.of("dpiaNeeded", "true", "reason", "The list is long."));
        var scope = dpiaSections().get("Task_DpiaScope");
        dpiaSections()
                .forEach((task, answers) -> driver.complete(
                        project,
                        task,
                        LEAD,
                        answers.equals(scope) ? with(scope, "seasons", "More in winter.") : answers));
        driver.complete(project, "Task_DpiaRisks", LEAD, risks("remote", "minimal"));
        driver.advise(project, "manchester", advice("send-back", "scope"));
        driver.complete(project, "Task_DpiaScope", LEAD, with(scope, "seasons", "Twice as much in winter."));

        var reference = new ProjectReference(project);
        var draft = assessments.draft(reference).orElseThrow();
        assertThat(titles(draft.chapters(), "scope"))
                .containsSubsequence("How much and how often", "Does it differ by season?", "How long it is kept");
        assertThat(DpiaVersions.changes(
                        assessments.lastRound(reference).orElseThrow().content(), draft))
                .filteredOn(change -> change.part().equals("scope"))
                .extracting(FieldChange::question, FieldChange::before, FieldChange::now)
                .containsExactly(tuple("Does it differ by season?", "More in winter.", "Twice as much in winter."));

        driver.advise(project, "manchester", advice("accept"));
        driver.complete(project, "Task_DpiaDecide", "signatory.manchester", dpiaDecision("approve"));
        var drafted = agreements.latest(reference);
        assertThat(titles(drafted.content().chapters(), "care"))
                .containsExactly(
                        "Minimisation",
                        "Accuracy and formats",
                        "Retention",
                        "Return and deletion",
                        "Security",
                        "Access by staff",
                        "Further use and sharing",
                        "Breaches",
                        "What is printed?");
        driver.complete(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "false"));
        driver.complete(project, "Task_ReviseProject", LEAD, revision("arrangements"));
        driver.complete(project, "Task_AgreeArrangements", LEAD, with(arrangements(), "printing", "One list a week."));
        assertThat(agreements.fieldChanges(
                        reference, drafted.number(), agreements.draft(reference).number()))
                .filteredOn(change -> change.part().equals("care"))
                .extracting(FieldChange::question, FieldChange::before, FieldChange::now)
                .containsExactly(tuple("What is printed?", "Nothing at all.", "One list a week."));

        assertThat(Visitor.signedIn(port, LEAD).get("/projects/" + project).body())
                .contains("Does it differ by season?", "Twice as much in winter.")
                .contains("What is printed?", "One list a week.");
    }

    @Test
    void isInThePanelsAdviceAndInTheRecordOfTheTool() throws IOException {
        deploy(Map.of(
                "ethics-advise.form",
                withQuestion(
                        asBefore(shipped("ethics-advise")),
                        "fairness",
                        "children",
                        "What of children?",
                        "dpia",
                        "ethics"),
                "atrs-record.form",
                withQuestion(shipped("atrs-record"), "how", "supplier", "Who supplies it?", "both", "algorithm")));
        var driver = new JourneyDriver(engine);
        describe(driver, arrangements(), algorithmInScreening());
        assess(driver, with(algorithm(), "supplier", "The council."), with(ethicsAdvice(), "children", "Ask them."));
        var reference = new ProjectReference(project);
        var approved = assessments.of(reference).get(0).content();
        var drafted = agreements.latest(reference);

        assertThat(titles(approved.chapters(), "ethics"))
                .containsExactly(
                        "Advice",
                        "Transparency",
                        "Accountability",
                        "Fairness",
                        "What of children?",
                        "Privacy",
                        "Safety",
                        "Societal impact",
                        "Environmental sustainability",
                        "Trade-offs");
        assertThat(tool(approved.chapters()))
                .isEqualTo(tool(drafted.content().chapters()))
                .containsExactly("Name", "How it is used", "Who supplies it?", "Why it is used", "Contact");

        driver.complete(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "false"));
        driver.complete(project, "Task_ReviseProject", LEAD, revision("dpia", Coded.codes(DpiaSection.values())));
        assess(driver, with(algorithm(), "supplier", "A firm."), with(ethicsAdvice(), "children", "They were asked."));

        assertThat(DpiaVersions.changes(approved, assessments.draft(reference).orElseThrow()))
                .filteredOn(change ->
                        change.part().equals("ethics") || change.part().equals("algorithm"))
                .extracting(FieldChange::question, FieldChange::before, FieldChange::now)
                .containsExactly(
                        tuple("What of children?", "Ask them.", "They were asked."),
                        tuple("Algorithmic tool: Who supplies it?", "The council.", "A firm."));
        assertThat(agreements.fieldChanges(
                        reference,
                        drafted.number(),
                        agreements.latest(reference).number()))
                .extracting(FieldChange::question, FieldChange::before, FieldChange::now)
                .contains(tuple("Algorithmic tool: Who supplies it?", "The council.", "A firm."));
        assertThat(Visitor.signedIn(port, LEAD).get("/projects/" + project).body())
                .contains("What of children?", "They were asked.", "Who supplies it?", "A firm.");
    }

    private void describe(JourneyDriver driver, Map<String, Object> arrangements, Map<String, Object> screening) {
        project = driver.start(LEAD, proposal("Heat in the homes of tenants"));
        driver.complete(project, "Task_DescribeNeeds", LEAD, needs());
        driver.complete(project, "Task_NamePartners", LEAD, partners(List.of("manchester"), List.of("bolton")));
        driver.complete(
                project, "Task_DescribeFlows", LEAD, flows(List.of(flow(List.of("manchester"), List.of("bolton")))));
        driver.complete(project, "Task_AgreeArrangements", LEAD, arrangements);
        driver.complete(project, "Task_AnswerScreening", LEAD, screening);
    }

    /** All of it, with what the panel says and what is told of the tool. */
    private void assess(JourneyDriver driver, Map<String, Object> tool, Map<String, Object> panel) {
        driver.complete(project, "Task_AtrsRecord", LEAD, tool);
        dpiaSections().forEach((task, answers) -> driver.complete(project, task, LEAD, answers));
        driver.complete(project, "Task_DpiaRisks", LEAD, risks("remote", "minimal"));
        driver.complete(project, "Task_EthicsAdvise", "ethics", panel);
        driver.advise(project, "manchester", advice("accept"));
        driver.complete(project, "Task_DpiaDecide", "signatory.manchester", dpiaDecision("approve"));
    }

    private static List<String> tool(List<Chapter> chapters) {
        return chapters.stream()
                .flatMap(chapter -> chapter.sections().stream())
                .filter(section -> section.key().equals("algorithm"))
                .flatMap(section -> section.facts().stream())
                .map(Fact::name)
                .toList();
    }

    private static List<String> titles(List<Chapter> chapters, String part) {
        return chapters.stream()
                .filter(chapter -> chapter.key().equals(part))
                .flatMap(chapter -> chapter.sections().stream())
                .map(Section::title)
                .toList();
    }

    private static JsonNode shipped(String form) throws IOException {
        return JSON.readTree(Shipped.text(form + ".form"));
    }

    /** As an owner may have changed it before its questions said where they stand. */
    private static JsonNode asBefore(JsonNode form) {
        form.findParents("properties").forEach(field -> ((ObjectNode) field).remove("properties"));
        return form;
    }

    /** With one more question after another one. */
    private static String withQuestion(
            JsonNode form, String after, String key, String label, String document, String part) throws IOException {
        insert(
                form,
                after,
                JSON.readTree(
                        """
                        {"type": "textarea", "id": "Own_%1$s", "key": "%1$s", "label": "%2$s",
                         "validate": {"required": true, "maxLength": 2000},
                         "properties": {"document": "%3$s", "part": "%4$s"}}"""
                                .formatted(key, label, document, part)));
        return form.toString();
    }

    private static void insert(JsonNode parent, String after, JsonNode question) {
        if (parent.path("components") instanceof ArrayNode fields) {
            for (int place = 0; place < fields.size(); place++) {
                if (fields.get(place).path("key").asText().equals(after)) {
                    fields.insert(place + 1, question);
                    return;
                }
                insert(fields.get(place), after, question);
            }
        }
    }

    /** As Camunda Modeler does. */
    private void deploy(Map<String, String> files) {
        var answer = Visitor.program(port, "owner").deploy("One question more", files);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        deployment = Visitor.parse(answer).path("id").textValue();
    }
}
