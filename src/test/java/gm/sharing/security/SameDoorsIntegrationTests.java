package gm.sharing.security;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Visitor;
import gm.sharing.journeys.TestPeople;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasklist, Cockpit, Admin and the pages open to whoever comes by a provider as they do by password: no more and no less. */
class SameDoorsIntegrationTests extends AtProvider {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private static final List<String> PAGES = List.of(
            "/projects",
            "/organisations",
            "/leaving",
            "/security-record",
            "/faults",
            "/working-days",
            "/unreached",
            "/camunda/app/tasklist/default/",
            "/camunda/app/cockpit/default/",
            "/camunda/app/admin/default/",
            "/camunda/app/welcome/default/");

    private static final List<String> DATA = List.of(
            "/camunda/api/admin/auth/user/default",
            ENGINE + "/task",
            ENGINE + "/user",
            ENGINE + "/group",
            ENGINE + "/authorization",
            ENGINE + "/process-definition",
            ENGINE + "/process-instance",
            ENGINE + "/deployment",
            ENGINE + "/history/user-operation",
            "/camunda/api/cockpit/plugin/base/default/process-definition/statistics");

    @ParameterizedTest
    @CsvSource({"caldicott-bolton", "ig-bolton", "project-leads", "admin-bolton", "process-owners", "camunda-admin"})
    void standAsOpenToWhoeverComesByAProvider(String group) {
        var person = account("org-bolton", group);
        var user = identity.createUserQuery().userId(person).singleResult();
        user.setPassword(TestPeople.PASSWORD);
        identity.saveUser(user);
        var byPassword = Visitor.browser(port);
        byPassword.signIn(person, TestPeople.PASSWORD);

        var byProvider = signedIn("everyone", person);

        var open = doors(byProvider);
        assertThat(open).isEqualTo(doors(byPassword));
        assertThat(open.get("/camunda/api/admin/auth/user/default"))
                .contains("\"tasklist\"")
                .matches(
                        said -> said.contains("\"admin\"") == group.equals("camunda-admin"), "Admin for administrators")
                .matches(
                        said -> said.contains("\"cockpit\"")
                                == List.of("camunda-admin", "process-owners").contains(group),
                        "Cockpit for owners");
    }

    private static Map<String, String> doors(Visitor visitor) {
        Map<String, String> answers = new LinkedHashMap<>();
        PAGES.forEach(page -> answers.put(page, String.valueOf(visitor.get(page).statusCode())));
        DATA.forEach(data -> {
            var answer = visitor.getJson(data);
            answers.put(data, answer.statusCode() + " " + answer.body());
        });
        return answers;
    }
}
