package gm.sharing.agreement;

import static gm.sharing.agreement.AgreementDocumentTests.document;
import static gm.sharing.agreement.AgreementDocumentTests.framed;
import static gm.sharing.agreement.AgreementDocumentTests.published;
import static gm.sharing.agreement.DraftFixture.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.document.Block;
import gm.sharing.document.Outline;
import gm.sharing.document.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of parts and letters of annexes follow the order of the document. */
class NumbersOfPartsTests {

    @Test
    void referencesFollowAPartThatIsInserted() {
        var written = draft().written();
        List<Draft.Part> parts = new ArrayList<>(written.parts());
        parts.add(
                1,
                new Draft.Part(
                        "words",
                        "What words mean",
                        false,
                        clauses -> List.of(Section.of("words", "", new Block.Prose("A party is an organisation.")))));

        var before = written.content("1.0");
        var after = written.content("1.0", parts);

        assertThat(before.numbered().get(8).heading()).isEqualTo("9. Looking after the information");
        assertThat(dates(before)).contains("as set out in part 9.");
        assertThat(after.numbered().get(9).heading()).isEqualTo("10. Looking after the information");
        assertThat(dates(after)).contains("as set out in part 10.");
    }

    @ParameterizedTest
    @CsvSource({"flow", "dpia", "conditions", "positions"})
    void annexesHaveTheLettersThatTextsReferTo(String annex) {
        var agreement = document(framed(draft()), published());

        assertThat(agreement.parts())
                .filteredOn(part ->
                        part.mark().startsWith("Annex") && part.chapter().key().equals(annex))
                .singleElement()
                .satisfies(part -> assertThat(part.mark())
                        .isEqualTo("Annex " + AgreementContent.annexes().number("annex:" + annex) + ":"));
    }

    @Test
    void annexesAreLetteredOnFromZ() {
        var outline = new Outline(
                List.of(), IntStream.range(0, 60).mapToObj(place -> "a" + place).toList());

        assertThat(List.of(
                        outline.number("annex:a0"),
                        outline.number("annex:a25"),
                        outline.number("annex:a26"),
                        outline.number("annex:a59")))
                .containsExactly("A", "Z", "AA", "BH");
    }

    @Test
    void refusesAReferenceToNoPart() {
        assertThatThrownBy(() -> new Outline(List.of("why"), List.of()).number("part:whence"))
                .hasMessageContaining("no part:whence");
    }

    private static String dates(AgreementContent content) {
        return content.sections("arrangements").stream()
                .filter(section -> section.item().equals("dates"))
                .map(Section::text)
                .findFirst()
                .orElseThrow();
    }
}
