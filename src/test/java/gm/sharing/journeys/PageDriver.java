package gm.sharing.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Visitor;
import gm.sharing.workflow.form.ShownNames;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** Drives journeys by the pages of their forms, in a browser without JavaScript: opens each, adds rows, fills fields, sends. */
class PageDriver extends JourneyDriver {

    private static final Pattern REVISION = Pattern.compile("name=\"_draft\" value=\"(\\d+)\"");
    private static final Pattern PROBLEMS = Pattern.compile("id=\"_problems\".*?<ul[^>]*>(.*?)</ul>", Pattern.DOTALL);

    private final int port;
    private final Map<String, Visitor> visitors = new HashMap<>();

    PageDriver(ProcessEngine engine, ShownNames shown, int port) {
        super(engine, shown);
        this.port = port;
    }

    @Override
    String start(String lead, Map<String, Object> proposal) {
        HttpResponse<String> sent = send(visitor(lead), "/start/sharing-project", proposal);
        String next = sent.headers().firstValue("Location").orElseThrow(() -> new AssertionError(problems(sent)));
        return next.substring(next.lastIndexOf('/') + 1);
    }

    @Override
    void submit(Task task, String person, Map<String, Object> answers) {
        String address = "/tasks/" + task.getId();
        if (!REVISION.matcher(page(visitor(person), address)).find()) {
            // Nobody answers on a page what is not theirs, and the engine refuses it, too.
            super.submit(task, person, answers);
            return;
        }
        HttpResponse<String> sent = send(visitor(person), address, answers);
        if (sent.statusCode() != 302) {
            throw new IllegalStateException(problems(sent));
        }
        assertThat(sent.headers().firstValue("Location").orElse("")).endsWith("/done");
        runJobs();
    }

    Visitor visitor(String person) {
        return visitors.computeIfAbsent(person, any -> Visitor.signedIn(port, person));
    }

    private static String problems(HttpResponse<String> page) {
        Matcher problems = PROBLEMS.matcher(page.body());
        return problems.find()
                ? problems.group(1)
                        .replaceAll("<[^>]*>", " ")
                        .replaceAll("\\s+", " ")
                        .strip()
                : page.statusCode() + " " + page.body();
    }

    private static HttpResponse<String> send(Visitor visitor, String address, Map<String, Object> answers) {
        answers.forEach((key, value) -> rows(visitor, address, key, value));
        String page = page(visitor, address);
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        answers.forEach((key, value) -> fill(page, key, value, fields));
        return press(visitor, address, page, "send", fields);
    }

    /** Of a form whose days, if it has any, are left out; rows stay in their order. */
    static List<Map.Entry<String, String>> fields(Map<String, Object> answers) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        answers.forEach((key, value) -> fill(null, key, value, fields));
        return fields;
    }

    private static String page(Visitor visitor, String address) {
        HttpResponse<String> page = visitor.get(address);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        if (page.body().contains("value=\"whole\"")) {
            assertThat(press(visitor, address, page.body(), "whole", List.of()).statusCode())
                    .isEqualTo(302);
            return page(visitor, address);
        }
        return page.body();
    }

    private static HttpResponse<String> press(
            Visitor visitor, String address, String page, String button, List<Map.Entry<String, String>> fields) {
        Matcher revision = REVISION.matcher(page);
        assertThat(revision.find()).as(page).isTrue();
        List<Map.Entry<String, String>> all = new ArrayList<>(fields);
        all.add(Map.entry("_draft", revision.group(1)));
        all.add(Map.entry("_do", button));
        return visitor.submit(address, address, all);
    }

    /** As many rows as there are answers, added one by one. */
    private static void rows(Visitor visitor, String address, String name, Object value) {
        if (!(value instanceof List<?> list) || list.stream().noneMatch(Map.class::isInstance)) {
            return;
        }
        String page = page(visitor, address);
        // Rows that are proposed stay only where somebody names them by their numbers.
        while (list.stream().noneMatch(row -> ((Map<?, ?>) row).containsKey("number")) && page.contains(row(name, 0))) {
            press(visitor, address, page, "remove:" + name + ".0", places(page, name));
            page = page(visitor, address);
        }
        while (!page.contains(row(name, list.size() - 1))) {
            press(visitor, address, page, "add:" + name, places(page, name));
            page = page(visitor, address);
        }
    }

    private static List<Map.Entry<String, String>> places(String page, String list) {
        List<Map.Entry<String, String>> there = new ArrayList<>();
        for (int place = 0; page.contains(row(list, place)); place++) {
            there.add(Map.entry(list, Integer.toString(place)));
        }
        return there;
    }

    private static String row(String list, int place) {
        return "name=\"%s\" value=\"%d\"".formatted(list, place);
    }

    private static void fill(@Nullable String page, String name, Object value, List<Map.Entry<String, String>> fields) {
        if (value instanceof Map<?, ?> group) {
            group.forEach((key, inside) -> fill(page, name + "." + key, inside, fields));
        } else if (value instanceof Collection<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            int place = 0;
            for (Object row : list) {
                fields.add(Map.entry(name, Integer.toString(place)));
                fill(page, name + "." + place, row, fields);
                place++;
            }
        } else if (value instanceof Collection<?> chosen) {
            chosen.forEach(one -> field(page, name, one.toString(), fields));
        } else if (page != null && page.contains("name=\"" + name + ".day\"")) {
            String[] day = value.toString().split("-");
            fields.add(Map.entry(name + ".year", day[0]));
            fields.add(Map.entry(name + ".month", day[1]));
            fields.add(Map.entry(name + ".day", day[2]));
        } else if (value != null && !Boolean.FALSE.equals(value)) {
            field(page, name, value.toString(), fields);
        }
    }

    /** What people only read comes with the form. */
    private static void field(
            @Nullable String page, String name, String value, List<Map.Entry<String, String>> fields) {
        if (page == null || !page.contains("id=\"" + name.replace('.', '-') + "\" data-read")) {
            assertThat(page == null ? "name=\"" + name + "\"" : page)
                    .as("a field " + name)
                    .contains("name=\"" + name + "\"");
            fields.add(Map.entry(name, value));
        }
    }
}
