package gm.sharing.workflow.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.workflow.page.Contents.Entry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The links at the top of a long form. */
class ContentsTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String REQUIRED = ",\"validate\":{\"required\":true}";
    private static final String HIDDEN = ",\"conditional\":{\"hide\":\"=advice = null\"}";

    private static final String TITLE = text("Title", "# Review\\n\\n## Why");
    private static final String FACTS = group("Facts", "In short", text("Facts_text", "## Not a link"), "");
    private static final String DECISION = text("Decision", "## Your *decision* &amp; more");
    private static final String BOX = question("checkbox", "seen", "I have read it", "");
    private static final String OPTIONAL = question("textfield", "note", "Note", "");
    private static final String ADVICE = question("radio", "advice", "What do you advise?", REQUIRED);
    private static final String WHY =
            group("Why", "Your reasons", question("textarea", "why", "Why?", REQUIRED), HIDDEN);

    @Test
    void leadToGroupsTablesAndHeadingsButNotToTheTitle() {
        Contents contents =
                of(TITLE, FACTS, "{\"type\":\"table\",\"id\":\"Rows\",\"label\":\"Partners\"}", DECISION, WHY);

        assertThat(contents.entries())
                .extracting(Entry::id, Entry::label, Entry::hidden)
                .containsExactly(
                        tuple("_Facts", "In short", false),
                        tuple("_Rows", "Partners", true),
                        tuple("_Decision", "Your decision & more", false),
                        tuple("_Why", "Your reasons", true));
        assertThat(contents.intro()).extracting(Part::id).containsExactly("_Title");
        assertThat(contents.rest()).hasSize(4);
    }

    @Test
    void leadToTheFirstQuestionThatIsSeenAndMustBeAnswered() {
        assertThat(of(TITLE, WHY, BOX, OPTIONAL, ADVICE).first())
                .isEqualTo(new Entry("advice", "What do you advise?", false));
        assertThat(of(TITLE, BOX, OPTIONAL).first()).isNull();
    }

    @Test
    void standOnlyWhereMoreThanThreeSectionsAreSeen() {
        assertThat(of(TITLE, FACTS, FACTS, FACTS, WHY).isLong()).isFalse();
        assertThat(of(TITLE, FACTS, FACTS, FACTS, DECISION).isLong()).isTrue();
    }

    @Test
    void leadIntoAGroupWhoseNameThePageHas() {
        List<Part> parts = parts(group("Step", "Quality", FACTS, "")).stream()
                .map(part -> part.under("Quality"))
                .toList();

        assertThat(Contents.of(parts).entries()).extracting(Entry::label).containsExactly("In short");
    }

    private static String text(String id, String text) {
        return "{\"type\":\"text\",\"id\":\"%s\",\"text\":\"%s\"}".formatted(id, text);
    }

    private static String group(String id, String label, String inside, String more) {
        return "{\"type\":\"group\",\"id\":\"%s\",\"label\":\"%s\",\"components\":[%s]%s}"
                .formatted(id, label, inside, more);
    }

    private static String question(String type, String key, String label, String more) {
        return "{\"type\":\"%s\",\"id\":\"Field_%s\",\"key\":\"%s\",\"label\":\"%s\"%s}"
                .formatted(type, key, key, label, more);
    }

    private static Contents of(String... components) {
        return Contents.of(parts(components));
    }

    private static List<Part> parts(String... components) {
        try {
            var form = JSON.readTree("{\"components\":[" + String.join(",", components) + "]}");
            ObjectNode nothing = JSON.createObjectNode();
            return PartsOfForm.of(form, nothing, Map.of(), Map.of());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
