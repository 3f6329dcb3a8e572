package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Shipped;
import gm.sharing.Visitor;
import gm.sharing.workflow.form.ShownNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A process owner may call a question as anything that a page has: no answer is taken for something of the page. */
@DemoApplication
@Tag("one-database")
class QuestionsNamedAsThePageIntegrationTests extends WalkedProject {

    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    @LocalServerPort
    int port;

    private Visitor lead;
    private String address;
    private List<String> keys;
    private String deployment;

    @Override
    ShownNames shown() {
        return new ShownNames();
    }

    @BeforeEach
    void deployQuestionsNamedAsEverythingThatAPageHas() {
        lead = Visitor.signedIn(port, LEAD);
        address = "/tasks/"
                + journey.task(journey.start(LEAD, proposal(title())), "Task_DescribeNeeds")
                        .getId();
        String page = lead.get(address).body();
        String shipped = Shipped.text("describe-needs.form");
        keys = Stream.of(
                        all(ID, page).stream(),
                        all(NAME, page).stream().map(name -> name.replaceFirst("^_", "")),
                        Stream.of(
                                "steps", "check", "checked", "page", "turn", "removed", "problems", "former", "typed"),
                        Stream.of("main", "form", "saved", "elements", "action", "submit", "dataset", "length"))
                .flatMap(names -> names)
                .filter(name -> KEY.matcher(name).matches() && !shipped.contains("\"" + name + "\""))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
        assertThat(keys).contains("csrf", "do", "draft", "main");
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("describe-needs.form", withQuestions(shipped))
                .deploy()
                .getId();
    }

    @AfterEach
    void undeploy() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void isAskedAndKeptAndHandedInAsAnyOtherQuestion() {
        String page = lead.get(address).body();
        assertThat(all(ID, page)).doesNotHaveDuplicates();

        List<Entry<String, String>> typed = new ArrayList<>(PageDriver.fields(Answers.needs()));
        keys.forEach(key -> typed.add(Map.entry(key, "Answer to " + key)));
        typed.add(Map.entry("ofGroup.part", "Answer to the part"));
        typed.add(Map.entry("ofGroup.title", "Answer to the title"));
        typed.add(Map.entry("_draft", "0"));
        assertThat(lead.submit(address, address + "/keep", typed).statusCode()).isEqualTo(200);
        String again = lead.get(address).body();
        keys.forEach(key -> assertThat(again).contains("name=\"" + key + "\"", "value=\"Answer to " + key + "\""));
        assertThat(again).contains("value=\"Answer to the part\"", "value=\"Answer to the title\"");

        typed.removeIf(field -> field.getKey().equals("_draft"));
        typed.addAll(List.of(Map.entry("_draft", "1"), Map.entry("_do", "check")));
        lead.submit(address, address, typed);
        assertThat(lead.get(address + "/check").body())
                .contains(keys.stream().map(key -> "Answer to " + key).toArray(String[]::new));
        assertThat(lead.submit("/absence", address, Map.of("_do", "send-checked"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(lead.get(address).body()).contains("This task is done");
    }

    private String withQuestions(String form) {
        String questions = Stream.concat(
                        keys.stream().map(key -> question(key, key)),
                        Stream.of(
                                """
                        {"type": "group", "id": "Own_group", "path": "ofGroup", "label": "Of a group", "components": [%s, %s]}"""
                                        .formatted(question("part", "group_part"), question("title", "group_title"))))
                .collect(Collectors.joining(", ", "", ", "));
        return form.replaceFirst("\\{\\s*\"type\": \"textarea\"", questions + "$0");
    }

    private static String question(String key, String id) {
        return "{\"type\": \"textfield\", \"id\": \"Own_%s\", \"key\": \"%s\", \"label\": \"Own %s\"}"
                .formatted(id, key, key);
    }

    private static List<String> all(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map(MatchResult::group)
                .map(found -> found.split("\"", -1)[1])
                .toList();
    }
}
