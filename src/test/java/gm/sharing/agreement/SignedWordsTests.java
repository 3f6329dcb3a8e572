package gm.sharing.agreement;

import static gm.sharing.Changed.changed;
import static gm.sharing.agreement.AgreementDocumentTests.document;
import static gm.sharing.agreement.AgreementDocumentTests.framed;
import static gm.sharing.agreement.AgreementDocumentTests.published;
import static gm.sharing.agreement.DraftFixture.draft;
import static gm.sharing.document.DocumentFixture.article;
import static gm.sharing.document.DocumentFixture.textNodes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import gm.sharing.document.CanonicalContent;
import gm.sharing.ethics.AlgorithmRecord;
import gm.sharing.project.DataItem;
import gm.sharing.project.Identifiability;
import gm.sharing.project.ProjectFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever signs a version signs every word that its document shows. */
class SignedWordsTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<AgreementContent> contents() {
        var needs = ProjectFixture.needs();
        return Stream.of(
                framed(draft()),
                framed(draft().titled("Homes, “safe” & warm")
                        .withPurpose("One.\n\n- first\n  - below it\n- second\n\nTwo\nlines.")),
                framed(draft().with(changed(
                                needs,
                                "dataItems",
                                List.of(
                                        new DataItem("Needs", "personal", Identifiability.PSEUDONYMISED),
                                        new DataItem("Numbers", "personal", Identifiability.ANONYMOUS))))
                        .using(new AlgorithmRecord("Score", null, "a@example.org"))));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void changingAnyTextOfTheDocumentChangesTheDigest(AgreementContent content) throws Exception {
        var canonical = CanonicalContent.of(content);
        var leaves = MarkedWords.leaves(JSON.readTree(canonical.json()));

        for (var shown : textNodes(article(document(content, null)))) {
            if (MarkedWords.isAboutTheDigest(shown, canonical.digest())) {
                continue;
            }
            var words = MarkedWords.withoutItsNumber(shown);
            var leaf = leaves.stream().filter(one -> one.contains(words)).findFirst();
            assertThat(leaf).as(shown).isPresent();
            var changed = canonical
                    .json()
                    .replace(
                            JSON.writeValueAsString(leaf.get()),
                            JSON.writeValueAsString(leaf.get().replace(words, words + ".")));
            assertThat(new CanonicalContent(changed).digest()).as(shown).isNotEqualTo(canonical.digest());
        }
    }

    /** So that a later release, whose sentences are others, shows what was signed. */
    @ParameterizedTest
    @MethodSource("contents")
    void takesEveryWordOfTheDocumentFromWhatIsDigested(AgreementContent content) throws Exception {
        var marked = MarkedWords.in(CanonicalContent.of(content));
        var digest = marked.digest();

        var shown = textNodes(article(document(CanonicalContent.read(marked.json(), AgreementContent.class), null)));

        assertThat(shown).hasSizeGreaterThan(100);
        assertThat(shown.stream().filter(text -> !MarkedWords.isAboutTheDigest(text, digest)))
                .allSatisfy(
                        text -> assertThat(MarkedWords.unmarked(text)).as(text).isEmpty());
    }

    @Test
    void keepsTheWordsThatWereSignedWhenItIsPublished() throws Exception {
        var content = CanonicalContent.read(
                MarkedWords.in(CanonicalContent.of(framed(draft()))).json(), AgreementContent.class);
        var frame = Objects.requireNonNull(content.frame());
        var signed = textNodes(article(document(content, null)));
        var signatures = lastEndingWith(signed, frame.signatures().title());
        var annexes = lastEndingWith(signed, frame.flowsInFull());
        var conditions = lastEndingWith(signed, frame.conditions().title());
        var positions = lastEndingWith(signed, frame.positions().title());

        // All but what a draft says of itself and what waits for signatures or comes after it.
        var kept = new ArrayList<>(signed.subList(0, signatures + 1));
        kept.addAll(signed.subList(annexes, conditions + 1));
        kept.add(signed.get(positions));
        kept.removeIf(text -> text.contains(frame.draft())
                || text.equals(frame.status().answer())
                || text.endsWith(frame.check().title())
                || text.length() == 64);

        assertThat(kept).hasSizeGreaterThan(100);
        assertThat(textNodes(article(document(content, published())))).containsSubsequence(kept);
    }

    private static int lastEndingWith(List<String> texts, String end) {
        return IntStream.range(0, texts.size())
                .filter(place -> texts.get(place).endsWith(end))
                .max()
                .orElseThrow();
    }

    @Test
    void leavesContentsOfBeforeAsTheyAre() {
        var before = CanonicalContent.of(draft().content("1.0"));

        assertThat(before.json()).doesNotContain("frame");
        var read = CanonicalContent.read(before.json(), AgreementContent.class);
        assertThat(read.frame()).isNull();
        assertThat(CanonicalContent.of(read).digest()).isEqualTo(before.digest());
    }
}
