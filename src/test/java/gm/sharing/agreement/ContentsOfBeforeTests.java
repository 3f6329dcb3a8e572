package gm.sharing.agreement;

import static gm.sharing.agreement.AgreementDocumentTests.framed;
import static gm.sharing.agreement.DraftFixture.draft;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.document.CanonicalContent;
import gm.sharing.ethics.AlgorithmRecord;
import org.junit.jupiter.api.Test;

/** Contents that were written before facts and chapters had keys are read, shown and compared, and keep their digests. */
class ContentsOfBeforeTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final AgreementContent NOW = framed(draft().using(new AlgorithmRecord("Score", null, "a@b.org")));

    @Test
    void keepTheirDigest() throws Exception {
        var before = before(NOW);

        assertThat(before).doesNotContain("how-often");
        assertThat(CanonicalContent.of(CanonicalContent.read(before, AgreementContent.class)))
                .isEqualTo(new CanonicalContent(before));
    }

    @Test
    void sayWhatContentsWithKeysSay() throws Exception {
        var before = CanonicalContent.read(before(NOW), AgreementContent.class);

        assertThat(NOW.changesSince(before)).isEmpty();
        assertThat(NOW.fieldChangesSince(before)).isEmpty();
        assertThat(before.fieldChangesSince(NOW)).isEmpty();
    }

    @Test
    void areLookedUpByTheSameKeys() throws Exception {
        var before = CanonicalContent.read(before(NOW), AgreementContent.class);

        assertThat(before.answers("flow", "method"))
                .isEqualTo(NOW.answers("flow", "method"))
                .isNotEmpty();
        assertThat(before.sections("algorithm").get(0).answer("name")).contains("Score");
        assertThat(before.summary()).anyMatch(fact -> fact.goesBy("Signatures needed"));
        assertThat(before.summary()).anyMatch(fact -> fact.goesBy(SummaryDraft.SIGNATURES_NEEDED));
    }

    private static String before(AgreementContent content) throws Exception {
        var json = JSON.readTree(CanonicalContent.of(content).json());
        withoutKeys(json);
        return json.toString();
    }

    /** Sections always had keys. */
    private static void withoutKeys(JsonNode node) {
        if (node instanceof ObjectNode object && (object.has("answer") || object.has("sections"))) {
            object.remove("key");
        }
        node.forEach(ContentsOfBeforeTests::withoutKeys);
    }
}
