package gm.sharing.document;

import static gm.sharing.document.DocumentFixture.pdf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever a page ends within a table, its heads of columns stand once above the rows of each page, and no row stands alone. */
class TablesOverPagesTests {

    private static final String HEAD = "Responsible";

    /** Around as many as fit on the page. */
    static IntStream rows() {
        return IntStream.concat(IntStream.of(1, 2, 3), IntStream.rangeClosed(20, 36));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void headGridsOnEachPage(int rows) throws IOException {
        assertHeads(
                rows,
                count -> new Chapter(
                        "advice",
                        "Advice",
                        false,
                        List.of(Section.of(
                                "marks",
                                "Marks",
                                new Block.Grid(
                                        "Marks",
                                        List.of("Section", HEAD),
                                        IntStream.range(0, count)
                                                .mapToObj(number -> List.of(name(number, count), "Acceptable"))
                                                .toList())))));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void headSectionsThatAreRowsOnEachPage(int rows) throws IOException {
        assertHeads(
                rows,
                count -> new Chapter(
                        "parties",
                        "Parties",
                        true,
                        IntStream.range(0, count)
                                .mapToObj(number -> Section.of(
                                        "party-" + number,
                                        name(number, count),
                                        new Block.Facts(List.of(new Fact("role", HEAD, "Acceptable")))))
                                .toList()));
    }

    /** The last row but one is higher, so that it would be the one to stay behind. */
    private static String name(int number, int count) {
        return "Row"
                + (number == count - 2 ? " with a name that takes more than one line of its column".repeat(3) : "");
    }

    private static void assertHeads(int rows, IntFunction<Chapter> chapter) throws IOException {
        var document = new Document(
                "Data protection impact assessment",
                "Families who move",
                "Version 1",
                null,
                List.of(new Fact("version", "Version", "1")),
                List.of(),
                List.of(chapter.apply(rows)),
                List.of());
        byte[] file = pdf(document);
        assertThat(PageBreaks.thatPartWhatBelongsTogether(file)).isEmpty();
        int all = 0;
        try (var pdf = Loader.loadPDF(file)) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                var text = new PDFTextStripper();
                text.setStartPage(page);
                text.setEndPage(page);
                String words = text.getText(pdf);
                int onPage = count(words, "Acceptable");
                all += onPage;
                assertThat(count(words, HEAD)).as("heads on page " + page).isEqualTo(onPage == 0 ? 0 : 1);
            }
        }
        assertThat(all).isEqualTo(rows);
    }

    private static int count(String text, String word) {
        return text.split(word, -1).length - 1;
    }
}
