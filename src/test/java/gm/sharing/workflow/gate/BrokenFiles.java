package gm.sharing.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a process owner or an attacker may break in our own files, one thing at a time. */
abstract class BrokenFiles {

    static final String APPROVE = "approve-sign-off-rule.bpmn";
    static final String PROJECT = "sharing-project.bpmn";
    static final String PARTNER = "partner-sign-off.bpmn";
    static final String TABLE = "review-deadlines.dmn";
    static final String FORM = "approve-sign-off-rule.form";
    static final String TASK = "Task_ApproveSignOffRule";
    static final String TIMER = "Timer_RuleDue";
    static final String DATE =
            "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${workingDays.from(now(), boardDueDays)}</bpmn:timeDate>";
    static final String BOARD_DUE = "camunda:dueDate=\"${workingDays.from(now(), boardDueDays)}\"";

    private final List<Broken> broken = new ArrayList<>();

    /** @param element whose id the message names */
    record Broken(String what, String file, String content, String element) {}

    /** Each of them, one after the other. */
    static List<Broken> all() {
        return Stream.of(new BrokenSteps(), new BrokenWays(), new BrokenLater(), new BrokenForms(), new BrokenTables())
                .flatMap(files -> files.broken().stream())
                .toList();
    }

    /** Breaks one file after the other. */
    abstract void breakFiles();

    private List<Broken> broken() {
        breakFiles();
        return broken;
    }

    final void add(String what, String file, String element, String regex, String replacement) {
        String content = read(file);
        String changed = content.replaceFirst(regex, replacement);
        assertThat(changed).as(what).isNotEqualTo(content);
        broken.add(new Broken(what, file, changed, element));
    }

    final void add(Broken one) {
        broken.add(one);
    }

    final void literally(String what, String file, String element, String from, String to) {
        String content = read(file);
        assertThat(content).as(what).contains(from);
        broken.add(new Broken(what, file, content.replace(from, to), element));
    }

    static String read(String file) {
        return Shipped.text(file);
    }
}
