package gm.sharing.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import gm.sharing.browser.Chromium;
import gm.sharing.workflow.form.ShownNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;

/** Drives journeys by pages in a browser with nothing but keys, from “Your work” to the button that sends. */
class KeyboardDriver extends JourneyDriver {

    private final int port;
    private final Chromium chromium;
    private final Map<String, Keyboard> people = new HashMap<>();
    private final List<Integer> keys = new ArrayList<>();

    private Keyboard keyboard;

    KeyboardDriver(ProcessEngine engine, ShownNames shown, int port, Chromium chromium) {
        super(engine, shown);
        this.port = port;
        this.chromium = chromium;
    }

    /** Of each form that was filled in, how many keys led to its first question. */
    List<Integer> keys() {
        return keys;
    }

    @Override
    String start(String lead, Map<String, Object> proposal) {
        keyboard = person(lead);
        open("/start/sharing-project");
        fillIn(proposal);
        assertThat(keyboard.page()).hasURL(Pattern.compile(".*/done/SJ-.*"));
        String done = keyboard.page().url();
        return done.substring(done.lastIndexOf('/') + 1);
    }

    @Override
    void submit(Task task, String person, Map<String, Object> answers) {
        keyboard = person(person);
        open("/tasks/" + task.getId());
        fillIn(answers);
        assertThat(keyboard.page()).hasURL(Pattern.compile(".*/done"));
        runJobs();
    }

    private Keyboard person(String id) {
        return people.computeIfAbsent(id, any -> {
            var signingIn = new Keyboard(chromium.newPerson());
            signingIn.page().navigate(address("/login"));
            signingIn.tabTo(at -> at.is("id", "username"));
            signingIn.type(id);
            signingIn.press("Tab");
            signingIn.type("demo");
            signingIn.press("Enter");
            assertThat(signingIn.page()).hasURL(Pattern.compile(".*/work.*"));
            return signingIn;
        });
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** Its link stands on “Your work”. */
    private void open(String path) {
        keyboard.page().navigate(address("/work"));
        keyboard.tabTo(at -> at.leadsTo(path));
        keyboard.enter();
        assertThat(keyboard.page()).hasURL(Pattern.compile(".*" + path));
        if (keyboard.has("[name=_do][value=whole]")) {
            keyboard.button("whole");
        }
    }

    private void fillIn(Map<String, Object> answers) {
        addRows(answers);
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        answers.forEach((key, value) -> want(key, value, wanted));
        // What people only read comes with the form.
        wanted.keySet().removeIf(name -> keyboard.has("[id='" + name.replace('.', '-') + "'][data-read]"));
        keyboard.page().reload();
        keys.add(keyboard.skipToTheQuestions());
        keyboard.answer(wanted);
        if (keyboard.has("[name=_do][value=check]")) {
            keyboard.button("check");
            keyboard.button("send-checked");
        } else {
            keyboard.button("send");
        }
    }

    /** Rows that are proposed stay only where somebody names them by their numbers. */
    private void addRows(Map<String, Object> answers) {
        answers.forEach((list, value) -> {
            if (value instanceof List<?> rows && rows.stream().anyMatch(Map.class::isInstance)) {
                String row = "[type=hidden][name='" + list + "']";
                boolean numbered = rows.stream().anyMatch(one -> ((Map<?, ?>) one).containsKey("number"));
                while (!numbered && keyboard.has(row)) {
                    keyboard.button("remove:" + list + ".0");
                }
                while (keyboard.page().locator(row).count() < rows.size()) {
                    keyboard.button("add:" + list);
                }
            }
        });
    }

    private static void want(String name, Object value, Map<String, Set<String>> wanted) {
        if (value instanceof Map<?, ?> group) {
            group.forEach((key, inside) -> want(name + "." + key, inside, wanted));
        } else if (value instanceof Collection<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            int place = 0;
            for (Object row : list) {
                want(name + "." + place++, row, wanted);
            }
        } else if (value instanceof Collection<?> chosen) {
            if (!chosen.isEmpty()) {
                wanted.put(
                        name,
                        new HashSet<>(chosen.stream().map(Object::toString).toList()));
            }
        } else if (value != null && !Boolean.FALSE.equals(value)) {
            wanted.put(name, Set.of(value.toString()));
        }
    }
}
