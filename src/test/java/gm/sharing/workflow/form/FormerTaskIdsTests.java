package gm.sharing.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What tasks of before are called now, in what is stored and in what comes from processes that began before. */
class FormerTaskIdsTests {

    private static final String MIGRATION = read();

    @Test
    void callAnswersThatCameAlreadyAndAnswersToComeTheSame() {
        Map<String, String> now = found("when '([a-z-]+)' then '(Task_[A-Za-z_]+)'").stream()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
        List<MatchResult> before = found("\\('([a-z-]+)', '(Task_[A-Za-z]+)'\\)");

        assertThat(before).hasSize(21).hasSameSizeAs(now.keySet());
        assertThat(before).allSatisfy(row -> assertThat(FormerTaskIds.now(row.group(1), row.group(2)))
                .isEqualTo(now.get(row.group(1)))
                .isIn(shipped()));
    }

    @Test
    void leaveTasksOfTodayAndOfOwnersAsTheyAre() {
        assertThat(FormerTaskIds.now("dpia-need", "Task_DpiaNeed")).isEqualTo("Task_DpiaNeed");
        assertThat(FormerTaskIds.now("review-agreement", "Task_SecondReview")).isEqualTo("Task_SecondReview");
        assertThat(FormerTaskIds.now("our-own-need", "Task_StateNeed")).isEqualTo("Task_StateNeed");
    }

    private static Set<String> shipped() {
        return Shipped.ending(".bpmn").stream()
                .flatMap(
                        model -> Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(UserTask.class).stream())
                .map(UserTask::getId)
                .collect(Collectors.toSet());
    }

    private static List<MatchResult> found(String pattern) {
        return Pattern.compile(pattern).matcher(MIGRATION).results().toList();
    }

    private static String read() {
        try {
            return new ClassPathResource("db/migration/V44__tasks_by_the_name_of_their_form.sql")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The migration is gone", e);
        }
    }
}
