package gm.sharing.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people read when they ask for help with a task. */
class HelpOfStepsTests {

    /** So many words are read in about half a minute. */
    private static final int MOST_WORDS = 135;

    private static final Pattern TASK = Pattern.compile(
            "<bpmn:userTask id=\"([^\"]+)\".*?<bpmn:documentation>(.*?)</bpmn:documentation>", Pattern.DOTALL);
    private static final Pattern NAMED_LINK = Pattern.compile("\\[[^\\]]+]\\(https://[^)\\s]+\\)");

    @Test
    void isShortAndNamesItsLinks() throws IOException {
        Map<String, String> help = help();

        assertThat(help).hasSizeGreaterThan(30);
        assertThat(help).allSatisfy((task, text) -> {
            String words = NAMED_LINK.matcher(text).replaceAll("link");
            assertThat(words.split("\\s+")).as(task).hasSizeLessThanOrEqualTo(MOST_WORDS);
            assertThat(words).as(task).doesNotContain("://");
        });
    }

    private static Map<String, String> help() throws IOException {
        Map<String, String> help = new TreeMap<>();
        for (Path model : Shipped.ending(".bpmn")) {
            Matcher task = TASK.matcher(Files.readString(model));
            while (task.find()) {
                help.put(task.group(1), task.group(2));
            }
        }
        return help;
    }
}
