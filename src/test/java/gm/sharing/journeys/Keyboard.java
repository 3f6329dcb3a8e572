package gm.sharing.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Fills in the pages of forms with keys alone, as somebody does who tabs from field to field. */
record Keyboard(Page page) {

    private static final int MOST_TABS = 1200;
    private static final int MOST_OPTIONS = 400;
    private static final int NEAR = 12;

    private static final String AT =
            """
            () => { const at = document.activeElement; const list = at.closest('fieldset')?.querySelector('[data-filter] input');
              const select = document.getElementById(at.id + '-select');
              return { tag: at.tagName, type: at.type ?? '', name: at.name ?? '', value: at.value ?? '', id: at.id ?? '',
                checked: String(at.checked ?? false), href: at.getAttribute('href') ?? '', select: select?.name ?? '',
                list: at.classList.contains('sj-choices__search') ? list.name : '', text: at.textContent.trim() } }""";

    /** What has the focus. */
    record At(Map<String, String> what) {

        boolean is(String property, String value) {
            return what.getOrDefault(property, "").equals(value);
        }

        boolean leadsTo(String path) {
            return what.get("href").endsWith(path);
        }

        String name() {
            return what.get("name");
        }

        String value() {
            return what.get("value");
        }
    }

    @SuppressWarnings("unchecked")
    private At at() {
        return new At((Map<String, String>) page.evaluate(AT));
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void type(String words) {
        press("Control+A");
        page.keyboard().insertText(words);
    }

    boolean has(String part) {
        return page.locator(part).count() > 0;
    }

    void tabTo(Predicate<At> wanted) {
        for (int tab = 0; tab < MOST_TABS; tab++) {
            press("Tab");
            if (wanted.test(at())) {
                return;
            }
        }
        throw new AssertionError("Nothing of that kind gets the focus on " + page.url());
    }

    /** Presses what leads to another page, and waits for all of it. */
    void enter() {
        page.evaluate("window.leaving = true");
        press("Enter");
        page.waitForFunction("() => !window.leaving && document.readyState === 'complete'");
    }

    void button(String value) {
        tabTo(at -> at.is("name", "_do") && at.is("value", value));
        enter();
    }

    /** @return how many keys it took from the top of the page */
    int skipToTheQuestions() {
        int pressed = 0;
        do {
            press("Tab");
            pressed++;
        } while (!at().is("text", "Skip to the questions") && pressed < NEAR);
        press("Enter");
        assertThat((Boolean) page.evaluate("document.getElementById('_form').contains(document.activeElement)"))
                .as("the focus is on a question of " + page.url())
                .isTrue();
        return pressed + 1;
    }

    /** Answers what gets the focus, until all is answered; what follows from an answer may stand before it. */
    void answer(Map<String, Set<String>> wanted) {
        Set<String> given = new HashSet<>();
        for (int tab = 0; tab < MOST_TABS && !given.containsAll(wanted.keySet()); tab++) {
            answer(at(), wanted, given);
            press("Tab");
        }
        assertThat(given).as("answered on " + page.url()).containsAll(wanted.keySet());
    }

    private void answer(At at, Map<String, Set<String>> wanted, Set<String> given) {
        String name = at.name();
        if (!at.is("list", "")) {
            fromLongList(at.what().get("list"), wanted, given);
        } else if (!at.is("select", "")) {
            bySearch(at.what().get("select"), wanted, given);
        } else if (name.endsWith(".day") || name.endsWith(".month") || name.endsWith(".year")) {
            day(name, wanted, given);
        } else if (!wanted.containsKey(name) || given.contains(name)) {
            return;
        } else if (at.is("tag", "SELECT")) {
            down(at, wanted.get(name));
            given.add(name);
        } else if (at.is("type", "radio")) {
            At chosen = at.is("checked", "true") ? at : press(at, "Space");
            down(chosen, wanted.get(name));
            given.add(name);
        } else if (at.is("type", "checkbox")) {
            if (wanted.get(name).contains(at.value()) && at.is("checked", "false")) {
                press(at, "Space");
            }
            if (chosen(name).containsAll(wanted.get(name))) {
                given.add(name);
            }
        } else if (at.is("tag", "TEXTAREA") || at.is("tag", "INPUT")) {
            type(wanted.get(name).iterator().next());
            given.add(name);
        }
    }

    private void day(String name, Map<String, Set<String>> wanted, Set<String> given) {
        String question = name.substring(0, name.lastIndexOf('.'));
        Set<String> day = wanted.get(question);
        if (day != null) {
            List<String> parts = List.of(day.iterator().next().split("-", -1));
            type(parts.get(name.endsWith(".year") ? 0 : name.endsWith(".month") ? 1 : 2));
            given.add(name);
            if (List.of("day", "month", "year").stream().allMatch(part -> given.contains(question + "." + part))) {
                given.add(question);
            }
        }
    }

    /** To the option that is meant; each key chooses the next. */
    private void down(At from, Set<String> wanted) {
        At at = from;
        for (int option = 0; !wanted.contains(at.value()); option++) {
            assertThat(option).as("options of " + at.name()).isLessThan(MOST_OPTIONS);
            at = press(at, "ArrowDown");
        }
    }

    /** A key that chooses something: the page saves it at once and shows the questions that follow. */
    private At press(At before, String key) {
        press(key);
        return at();
    }

    private void bySearch(String name, Map<String, Set<String>> wanted, Set<String> given) {
        if (wanted.containsKey(name) && given.add(name)) {
            String value = wanted.get(name).iterator().next();
            type((String) page.evaluate(
                    "([name, value]) => document.querySelector(`select[name='${name}'] option[value='${value}']`).text",
                    List.of(name, value)));
            press("ArrowDown");
            press("Enter");
            assertThat(page.locator("select[name='" + name + "']").inputValue()).isEqualTo(value);
        }
    }

    private void fromLongList(String name, Map<String, Set<String>> wanted, Set<String> given) {
        if (!wanted.containsKey(name) || given.contains(name)) {
            return;
        }
        for (String value : wanted.get(name)) {
            type((String) page.evaluate(
                    "([name, value]) => document.querySelector(`input[name='${name}'][value='${value}']`).labels[0].textContent"
                            + ".trim()",
                    List.of(name, value)));
            tabTo(at -> at.is("name", name) && at.is("value", value));
            if (at().is("checked", "false")) {
                press("Space");
            }
            do {
                press("Shift+Tab");
            } while (!at().is("list", name));
        }
        press("Control+A");
        press("Delete");
        assertThat(chosen(name)).containsAll(wanted.get(name));
        given.add(name);
    }

    @SuppressWarnings("unchecked")
    private Set<String> chosen(String name) {
        return new HashSet<>((List<String>) page.evaluate(
                "name => [...document.querySelectorAll(`input[name='${name}']:checked`)].map(one => one.value)", name));
    }
}
