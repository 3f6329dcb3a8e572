package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.advice;
import static gm.sharing.journeys.Answers.dpiaDecision;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.harmInScreening;
import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.with;

import gm.sharing.Visitor;
import gm.sharing.workflow.form.ShownNames;
import java.util.List;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A journey with a DPIA from the proposal to the register, and what is on record of it afterwards. */
abstract class WholeJourney extends WalkedProject {

    @LocalServerPort
    int port;

    @Override
    ShownNames shown() {
        return new ShownNames();
    }

    String published() {
        var project = described(harmInScreening(), flow(List.of("manchester"), List.of("bolton")));
        dpiaUpToAdvice(project);
        journey.advise(project, "manchester", advice("accept"));
        journey.complete(project, "Task_DpiaDecide", SIRO, dpiaDecision("approve"));
        sendsOut(project);
        signs(project, "manchester");
        signs(project, "bolton", with(review("sign"), "dpiaPosition", "adopt"));
        return project;
    }

    /** The project's page without what differs from project to project. */
    List<String> record(String project) {
        Visitor lead = Visitor.signedIn(port, LEAD);
        String page = lead.get("/projects/" + project).body()
                + lead.get("/projects/" + project + "/agreement/1.0").body()
                + lead.get("/projects/" + project + "/dpia").body();
        return page.replace(project, "SJ")
                .replaceAll("Help before eviction [0-9a-f-]{36}", "TITLE")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("[0-9a-f]{64}", "DIGEST")
                .replaceAll("\\d{2}:\\d{2}", "TIME")
                .replaceAll("<[^>]*>", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
