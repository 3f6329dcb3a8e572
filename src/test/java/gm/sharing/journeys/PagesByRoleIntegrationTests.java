package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;
import static gm.sharing.journeys.Answers.withoutDpia;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Each page and each button lets in whom the table {@code src/test/resources/access/pages.txt} names, of the own organisation and
 * of others, and nobody else. A page that the table does not have is found here.
 */
@Tag("one-database")
@DemoApplication
class PagesByRoleIntegrationTests {

    private static final Path TABLE = Path.of("src/test/resources/access/pages.txt");

    /** The project is led by Manchester with Bolton as its partner; the organisation of pages is Bolton. */
    private static final List<String> WHO = List.of(
            "nobody",
            "admin",
            "admin.bolton",
            "admin.salford",
            "lead.manchester",
            "lead.salford",
            "ig.manchester",
            "dpo.manchester",
            "ig.bolton",
            "dpo.bolton",
            "signatory.bolton",
            "caldicott.bolton",
            "ig.bury",
            "signatory.bury",
            "board",
            "ethics",
            "owner");

    /** Not without signing in, not for them, nothing there, nothing that can be done by them, not without a file, too often. */
    private static final Set<Integer> REFUSED = Set.of(401, 403, 404, 409, 415, 429);

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::((?:[^{}]|\\{[^{}]*})*))?}");

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping pages;

    @Autowired
    ProcessEngine engine;

    @LocalServerPort
    int port;

    private final List<String> projects = new ArrayList<>();

    /** The project to which nobody has done anything yet. */
    private @Nullable String untouched;

    private final Map<String, Visitor> visitors = new LinkedHashMap<>();

    @AfterEach
    void endProjects() {
        var running = engine.getRuntimeService();
        projects.forEach(project -> running.createProcessInstanceQuery()
                .processInstanceBusinessKey(project)
                .rootProcessInstances()
                .list()
                .forEach(instance -> running.deleteProcessInstance(instance.getId(), "The test is over")));
    }

    @Test
    void letsInWhomTheTableNamesAndNobodyElse() throws IOException {
        WHO.forEach(
                who -> visitors.put(who, who.equals("nobody") ? Visitor.browser(port) : Visitor.signedIn(port, who)));
        var found = new TreeMap<String, String>();
        pages().forEach(page -> found.put(page.name(), whoComesIn(page)));
        Map<String, String> expected = Files.readAllLines(TABLE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s*\\|\\s*", 2))
                .collect(Collectors.toMap(cells -> cells[0].strip(), cells -> cells[1].strip()));
        found.replaceAll((page, who) -> inShort(who));

        System.out.printf("Pages by role: %d pages and buttons, %d people%n", found.size(), visitors.size());
        assertThat(found).isEqualTo(expected);
    }

    private static String inShort(String who) {
        String signedIn = String.join(" ", WHO.subList(1, WHO.size()));
        return who.isEmpty()
                ? "-"
                : who.replace("nobody " + signedIn, "everybody").replace(signedIn, "signed-in");
    }

    /**
     * A page or a button.
     *
     * @param fields that it asks for
     */
    private record Page(boolean posts, String address, List<String> fields) {

        /** As the table writes it. */
        String name() {
            return (posts ? "POST " : "GET ") + address;
        }

        boolean isAbout(String word) {
            return address.contains(word);
        }
    }

    private List<Page> pages() {
        return pages.getHandlerMethods().entrySet().stream()
                .filter(page -> page.getValue().getBeanType().getName().startsWith("gm.sharing."))
                .flatMap(page -> page.getKey().getPatternValues().stream()
                        .flatMap(PagesByRoleIntegrationTests::choices)
                        .map(address -> new Page(
                                page.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST),
                                address,
                                fields(page.getValue()))))
                .sorted(Comparator.comparing(Page::name))
                .toList();
    }

    private static List<String> fields(HandlerMethod handler) {
        return Stream.of(handler.getMethodParameters())
                .filter(parameter -> isDemanded(parameter.getParameterAnnotation(RequestParam.class))
                        && !Map.class.isAssignableFrom(parameter.getParameterType()))
                .map(parameter -> parameter.getParameter().getName())
                .toList();
    }

    private static boolean isDemanded(@Nullable RequestParam field) {
        return field != null && field.required() && field.defaultValue().equals(ValueConstants.DEFAULT_NONE);
    }

    /** A page for several words is one page for each. */
    private static Stream<String> choices(String pattern) {
        var variable = VARIABLE.matcher(pattern);
        while (variable.find()) {
            String words = variable.group(2);
            if (words != null && words.matches("[a-z]+(\\|[a-z]+)+")) {
                String before = pattern.substring(0, variable.start());
                String after = pattern.substring(variable.end());
                return Stream.of(words.split("\\|")).flatMap(word -> choices(before + word + after));
            }
        }
        return Stream.of(VARIABLE.matcher(pattern).replaceAll("{$1}"));
    }

    private String whoComesIn(Page page) {
        List<String> in = new ArrayList<>();
        String address = address(page);
        for (var visitor : visitors.entrySet()) {
            var answer = call(visitor.getValue(), page, address);
            if (comesIn(answer)) {
                in.add(visitor.getKey());
                // What somebody did there is done; what somebody typed while signed out is shown again, and nothing is
                // done.
                if (page.posts() && answer.statusCode() < 400 && !page.isAbout("/signed-out")) {
                    untouched = null;
                    address = address(page);
                }
            }
        }
        return String.join(" ", in);
    }

    private String address(Page page) {
        String project = page.isAbout("{reference}") || page.isAbout("/tasks/") ? project(page) : "";
        return VARIABLE.matcher(page.address()).replaceAll(variable -> switch (variable.group(1)) {
            case "reference" -> project;
            case "code", "partner" -> "bolton";
            case "id" -> page.isAbout("/tasks/") ? review(project) : id(page);
            case "part" -> "names";
            case "row" -> page.isAbout("/assurances/") ? "dspt" : "new";
            case "version" -> "1.0";
            case "process" -> page.isAbout("/start/") ? "sharing-project" : "partner-sign-off";
            case "step" -> page.isAbout("/answers/") ? "Task_DescribeNeeds" : "Task_ReviewAgreement";
            default -> "1";
        });
    }

    private static String id(Page page) {
        if (page.isAbout("/faults/")) {
            return "1";
        }
        // Whether other tests could not reach somebody is theirs; the other account is disabled and enabled again here.
        return page.isAbout("/unreached/") ? "nobody.there" : "ig2.bolton";
    }

    /** Looking and being refused change nothing, so that one project is enough for it. */
    private String project(Page page) {
        if (!page.posts() && !projects.isEmpty()) {
            return projects.get(0);
        }
        untouched = untouched == null ? sentOut() : untouched;
        return untouched;
    }

    private static HttpResponse<String> call(Visitor visitor, Page page, String address) {
        Map<String, String> fields = new LinkedHashMap<>();
        page.fields().forEach(name -> fields.put(name, page.isAbout("/agreement/") ? "1.0" : "1"));
        var answer = page.posts()
                ? visitor.submit("/login", address, fields)
                : visitor.get(address
                        + fields.entrySet().stream()
                                .map(field -> field.getKey() + "=" + field.getValue())
                                .collect(Collectors.joining("&", "?", "")));
        assertThat(answer.statusCode()).as(address).isLessThan(500);
        return answer;
    }

    /** Whoever is told that something is missing or cannot be is in; everybody else learns that there is nothing, or not for them. */
    private static boolean comesIn(HttpResponse<String> answer) {
        return !REFUSED.contains(answer.statusCode())
                && !answer.headers().firstValue("Location").orElse("").contains("/login");
    }

    private String sentOut() {
        var driver = new JourneyDriver(engine);
        String lead = "lead.manchester";
        String project = driver.start(lead, proposal("Who sees what"));
        projects.add(project);
        driver.complete(project, "Task_DescribeNeeds", lead, needs());
        driver.complete(project, "Task_NamePartners", lead, partners(List.of("manchester"), List.of("bolton")));
        driver.complete(
                project, "Task_DescribeFlows", lead, flows(List.of(flow(List.of("manchester"), List.of("bolton")))));
        driver.complete(project, "Task_AgreeArrangements", lead, arrangements());
        driver.complete(project, "Task_AnswerScreening", lead, nothingInScreening());
        driver.complete(
                project,
                "Task_ConfirmNoDpia",
                "dpo.manchester",
                Map.of("dpiaNeeded", "false", "reason", "Little is shared."));
        driver.complete(project, "Task_DecideNoDpia", "signatory.manchester", withoutDpia());
        driver.complete(project, "Task_CheckDraft", lead, Map.of("sendOut", "true"));
        return project;
    }

    private String review(String project) {
        return new JourneyDriver(engine)
                .task(project, "bolton", "Task_ReviewAgreement")
                .getId();
    }
}
