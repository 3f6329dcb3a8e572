package gm.sharing.document;

import static gm.sharing.document.DocumentFixture.article;
import static gm.sharing.document.DocumentFixture.assertIsPdfUa;
import static gm.sharing.document.DocumentFixture.pdf;
import static gm.sharing.document.DocumentFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.junit.jupiter.api.Test;

class MatrixTests {

    private static final Block.Matrix MATRIX = matrix(List.of("R1", "R3"));

    @Test
    void saysInWordsWhatItShows() {
        assertThat(MATRIX.statements()).containsExactly("Severity severe, likelihood probable: R1, R3 (high)");
        assertThat(MATRIX.figure().description())
                .isEqualTo("Risks before their measures. Severity severe, likelihood probable: R1, R3 (high).");
        assertThat(matrix(List.of()).figure().description()).endsWith("Nothing lies in it.");
    }

    @Test
    void isAPictureWithATableBehindIt() {
        assertThat(article(document()))
                .contains(
                        "role=\"img\"",
                        "aria-label=\"" + MATRIX.figure().description() + "\"",
                        ">Risks before their measures, as a table</caption>",
                        ">Likelihood: probable</th>",
                        ">R1, R3 (high)</td>");
    }

    @Test
    void isAFigureWithADescriptionInThePdf() throws Exception {
        byte[] pdf = pdf(document());

        assertIsPdfUa(pdf);
        assertThat(text(pdf)).contains("R1, R3").contains("Severity");
        try (var read = Loader.loadPDF(pdf)) {
            assertThat(descriptions(read.getDocumentCatalog().getStructureTreeRoot()))
                    .containsExactly(MATRIX.figure().description());
        }
    }

    @Test
    void showsHowManyMoreThereAreWhereNotAllFit() {
        var many = matrix(
                IntStream.rangeClosed(1, 40).mapToObj(number -> "R" + number).toList());

        assertThat(many.figure().labels())
                .extracting(MatrixFigure.Label::text)
                .containsSequence("R1, R2, R3, R4,", "R5, R6, R7, R8,", "R9, R10, R11 +29", "high");
        assertThat(many.statements().get(0)).contains("R40");
    }

    private static Block.Matrix matrix(List<String> grave) {
        var none = new Block.Matrix.Cell("", List.of());
        var cell = new Block.Matrix.Cell(grave.isEmpty() ? "" : "high", grave);
        return new Block.Matrix(
                "Risks before their measures",
                "Severity",
                "Likelihood",
                List.of("Remote", "Probable"),
                List.of(
                        new Block.Matrix.Row("Severe", List.of(none, cell)),
                        new Block.Matrix.Row("Minimal", List.of(none, none))));
    }

    private static Document document() {
        return new Document(
                "Data protection impact assessment",
                "Families who move",
                "Version 1",
                null,
                List.of(new Fact("version", "Version", "1")),
                List.of(),
                List.of(new Chapter("risks", "Risks", false, List.of(Section.of("map", "Where they lie", MATRIX)))),
                List.of());
    }

    private static List<String> descriptions(PDStructureNode node) {
        return node.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .flatMap(element -> element.getStructureType().equals("Figure")
                        ? List.of(element.getAlternateDescription()).stream()
                        : descriptions(element).stream())
                .toList();
    }
}
