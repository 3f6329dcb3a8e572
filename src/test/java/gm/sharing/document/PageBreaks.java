package gm.sharing.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.jspecify.annotations.Nullable;

/** Reads from a PDF's tags on which page each heading, paragraph and row starts, and tells of breaks that part what belongs together. */
public final class PageBreaks {

    private final PDDocument pdf;
    private final List<Piece> pieces = new ArrayList<>();

    private PageBreaks(PDDocument pdf) {
        this.pdf = pdf;
    }

    /**
     * The breaks after a heading, after the heads of columns, between them and the words that lead up to them, and those that
     * leave one row of a table alone.
     */
    public static List<String> thatPartWhatBelongsTogether(byte[] file) throws IOException {
        try (var pdf = Loader.loadPDF(file)) {
            var breaks = new PageBreaks(pdf);
            pdf.getDocumentCatalog().getStructureTreeRoot().getKids().forEach(kid -> breaks.collect(kid, null));
            return breaks.bad();
        }
    }

    private List<String> bad() {
        List<String> bad = new ArrayList<>();
        for (int i = 1; i < pieces.size() - 1; i++) {
            var last = pieces.get(i);
            var next = pieces.get(i + 1);
            var leadsUp = pieces.get(i - 1).kind() == Kind.HEADING && last.kind() == Kind.TEXT;
            if (last.page() < next.page()
                    && (last.kind() == Kind.HEADING
                            || last.kind() == Kind.COLUMNS
                            || last.kind() == Kind.FIRST_ROW
                            || next.kind() == Kind.LAST_ROW
                            || leadsUp && next.kind() == Kind.COLUMNS)) {
                bad.add("page %d ends with %s before %s".formatted(last.page(), last.kind(), next.kind()));
            }
        }
        return bad;
    }

    private void collect(Object kid, @Nullable COSBase page) {
        if (kid instanceof PDStructureElement element) {
            switch (element.getStructureType()) {
                case "H1", "H2", "H3" -> add(Kind.HEADING, element, page);
                case "P", "LI" -> add(Kind.TEXT, element, page);
                case "Table" -> table(element, page);
                default -> element.getKids().forEach(inner -> collect(inner, page));
            }
        }
    }

    private void table(PDStructureElement table, @Nullable COSBase page) {
        rows(table, "THead").forEach(row -> add(Kind.COLUMNS, row, page));
        var rows = rows(table, "TBody");
        for (int i = 0; i < rows.size(); i++) {
            var kind = i == 0 ? Kind.FIRST_ROW : i == rows.size() - 1 ? Kind.LAST_ROW : Kind.ROW;
            add(rows.size() == 1 ? Kind.ROW : kind, rows.get(i), page);
        }
    }

    private static List<PDStructureElement> rows(PDStructureElement table, String part) {
        return table.getKids().stream()
                .map(PDStructureElement.class::cast)
                .filter(section -> section.getStructureType().equals(part))
                .flatMap(section -> section.getKids().stream())
                .map(PDStructureElement.class::cast)
                .toList();
    }

    private void add(Kind kind, PDStructureElement element, @Nullable COSBase page) {
        int start = page(element, page);
        if (start > 0) {
            pieces.add(new Piece(kind, start));
        }
    }

    /** Where it starts; 0 when nothing of it can be seen. */
    private int page(Object kid, @Nullable COSBase page) {
        if (kid instanceof PDStructureElement element) {
            var own = own(element.getPage(), page);
            return element.getKids().stream()
                    .mapToInt(inner -> page(inner, own))
                    .filter(number -> number > 0)
                    .findFirst()
                    .orElse(0);
        }
        var own = kid instanceof PDMarkedContentReference reference ? own(reference.getPage(), page) : page;
        int number = 0;
        for (var one : pdf.getPages()) {
            number++;
            if (one.getCOSObject() == own) {
                return number;
            }
        }
        return 0;
    }

    private static @Nullable COSBase own(@Nullable PDPage own, @Nullable COSBase page) {
        return own == null ? page : own.getCOSObject();
    }

    private enum Kind {
        HEADING,
        TEXT,
        COLUMNS,
        FIRST_ROW,
        ROW,
        LAST_ROW
    }

    private record Piece(Kind kind, int page) {}
}
