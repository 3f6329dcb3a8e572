package gm.sharing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A table that spreadsheets and programs read (RFC 4180, UTF-8); whatever people typed, nothing in it is worked out. */
public final class CsvTable {

    /** What spreadsheets would work out; titles are typed by people. */
    private static final Pattern FORMULA = Pattern.compile("\\A[=+\\-@\\t\\r]");

    private final PrintWriter file;

    private CsvTable(PrintWriter file, List<String> headings) {
        this.file = file;
        add(headings);
    }

    /** A table with these headings that the browser saves under this name, line by line as it is added. */
    public static CsvTable download(HttpServletResponse response, String name, List<String> headings)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        return new CsvTable(response.getWriter(), headings);
    }

    /** Adds a line. */
    public void add(List<String> cells) {
        file.append(cells.stream().map(CsvTable::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    static String cell(String text) {
        String inert = FORMULA.matcher(text).find() ? "'" + text : text;
        return "\"" + inert.replace("\"", "\"\"") + "\"";
    }
}
