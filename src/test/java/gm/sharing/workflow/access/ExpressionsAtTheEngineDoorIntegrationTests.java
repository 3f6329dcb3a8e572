package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DoorApplication;
import gm.sharing.Visitor;
import java.util.List;
import org.camunda.bpm.engine.query.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No request brings an expression to the engine, however deep it is hidden. */
@DoorApplication
class ExpressionsAtTheEngineDoorIntegrationTests extends AtTheEngineDoor {

    private static final String BOMB = "${'aaaaaaaaaa'.repeat(200000000)}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"BOMB\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"BOMB\"}]}",
                "{\"orQueries\":[{\"orQueries\":[{\"assigneeExpression\":\"BOMB\"}]}]}",
                "{\"orQueries\":[{},{\"candidateGroupInExpression\":\"BOMB\"}]}",
                "{\"orQueries\":[{\"\\u0061ssigneeExpressio\\u006e\":\"BOMB\"}]}",
                "{\"orQueries\":[{\"assigneeExpression\":\"\\u0024{now()}\"}]}",
                "{\"orQueries\":[{\"assigneeExpression\":\"\\u0023{now()}\"}]}",
                "{\"orQueries\":[{\"ASSIGNEEEXPRESSION\":\"x\"}]}",
                "{\"orQueries\":[{\"dueBeforeExpression\":\"${workingDays.from(now(),2000000)}\"}]}",
                "{\"orQueries\":[{\"assignee\":\"${currentUser()}\"}]}"
            })
    void refusesExpressionsInQueriesAtAnyDepth(String body) throws Exception {
        var filter = engine.getFilterService()
                .createFilterQuery()
                .filterName("My tasks")
                .singleResult()
                .getId();
        var sent = body.replace("BOMB", BOMB);
        var stored = "{\"resourceType\":\"Task\",\"name\":\"x\",\"properties\":{},\"query\":" + sent + "}";
        var admin = Visitor.signedIn(port, "admin");
        admin.get("/camunda/app/tasklist/default/");
        var apps = "/camunda/api/engine/engine/default";
        for (var path :
                List.of("/task", "/task/count", "/filter/" + filter + "/list", "/filter/" + filter + "/count")) {
            for (var somebody : List.of("ig.trafford", "owner", "admin")) {
                var answer = send("POST", "/engine-rest" + path, somebody, sent);
                assertThat(answer.statusCode()).as(path).isEqualTo(400);
                assertThat(answer.body()).contains("expression");
            }
            assertThat(admin.sendText("POST", apps + path, sent).statusCode())
                    .as(path)
                    .isEqualTo(400);
        }
        for (var path : List.of(
                "/process-instance", "/process-instance/count", "/history/task", "/variable-instance", "/job")) {
            assertThat(send("POST", "/engine-rest" + path, "admin", sent).statusCode())
                    .as(path)
                    .isEqualTo(400);
        }
        assertThat(send("POST", "/engine-rest/filter/create", "admin", stored).statusCode())
                .isEqualTo(400);
        assertThat(send("PUT", "/engine-rest/filter/" + filter, "admin", stored).statusCode())
                .isEqualTo(400);
        assertThat(admin.sendText("POST", apps + "/filter/create", stored).statusCode())
                .isEqualTo(400);
        assertThat(admin.sendText("PUT", apps + "/filter/" + filter, stored).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assigneeExpression=%24%7Bnow()%7D",
                "assignee=%24%7Bnow()%7D",
                "AssigneeExpression=x",
                "%61ssigneeExpression=x",
                "assignee=%23{x}"
            })
    void refusesExpressionsInAddresses(String query) throws Exception {
        assertThat(raw("GET", "/engine-rest/task?" + query, "ig.trafford")).isEqualTo(400);
    }

    @Test
    void refusesExpressionsAlsoWhereTheyPassTheDoor() {
        var tasks = engine.getTaskService();
        var runtime = engine.getRuntimeService();
        var filters = engine.getFilterService();
        List<Query<?, ?>> queries = List.of(
                tasks.createTaskQuery().or().taskAssigneeExpression("${now()}").endOr(),
                tasks.createTaskQuery()
                        .or()
                        .taskName("x")
                        .endOr()
                        .or()
                        .dueBeforeExpression("${now()}")
                        .endOr());
        engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin"));
        try {
            for (var query : queries) {
                refused(query::count);
                refused(query::list);
                refused(() -> filters.saveFilter(filters.newTaskFilter("Bomb").setQuery(query)));
                refused(() -> filters.list(ownFilter(), query));
                refused(() -> filters.count(ownFilter(), query));
            }
            assertThat(filters.count(ownFilter())).isNotNegative();
            assertThat(runtime.createProcessInstanceQuery()
                            .or()
                            .active()
                            .endOr()
                            .count())
                    .isNotNegative();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Test
    void runsNoStoredListWithExpressionsThatDoNotComeWithTheApplication() {
        var filters = engine.getFilterService();
        var stored = filters.saveFilter(filters.newTaskFilter("From before")
                .setQuery(engine.getTaskService().createTaskQuery().taskAssigneeExpression("${'a'.repeat(9)}")));
        try {
            var path = "/engine-rest/filter/" + stored.getId() + "/count";
            assertThat(Visitor.program(port, "admin").getJson(path).statusCode())
                    .isEqualTo(400);
            assertThat(Visitor.program(port, "admin")
                            .getJson("/engine-rest/filter/" + ownFilter() + "/count")
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            filters.deleteFilter(stored.getId());
        }
    }

    private String ownFilter() {
        return engine.getFilterService()
                .createFilterQuery()
                .filterName("My organisation's tasks")
                .list()
                .get(0)
                .getId();
    }

    @ParameterizedTest
    @CsvSource({"21, 400", "3000, 400", "100000, 413"})
    void refusesWhatIsNestedDeeply(int levels, int status) throws Exception {
        var deep = "{\"orQueries\":[".repeat(levels) + "{}" + "]}".repeat(levels);
        assertThat(send("POST", "/engine-rest/task/count", "ig.trafford", deep).statusCode())
                .isEqualTo(status);
    }
}
