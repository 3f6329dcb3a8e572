package gm.sharing.register;

import gm.sharing.agreement.Agreement;
import gm.sharing.wording.Words;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The register as a table that spreadsheets and programs read (RFC 4180, UTF-8, days as ISO 8601). */
final class RegisterFile {

    private static final Words HEADINGS = Words.in("register/headings");

    private static final List<String> COLUMNS = List.of(
            "reference", "title", "led-by", "partners", "status", "in-force-from", "review-by", "ends", "address");

    /** What spreadsheets would work out; titles are typed by people. */
    private static final Pattern FORMULA = Pattern.compile("\\A[=+\\-@\\t\\r]");

    private final Appendable file;
    private final String register;
    private final LocalDate today;

    /** @param register the address of the register's list */
    RegisterFile(Appendable file, String register, LocalDate today) throws IOException {
        this.file = file;
        this.register = register;
        this.today = today;
        write(COLUMNS.stream().map(HEADINGS::text));
    }

    void add(Agreement agreement) throws IOException {
        write(Stream.of(
                agreement.reference().value(),
                agreement.title(),
                agreement.ledBy(),
                String.join("; ", agreement.parties()),
                agreement.statusOn(today).label(),
                agreement.startsOn().toString(),
                agreement.reviewOn().toString(),
                agreement.endsOn().map(LocalDate::toString).orElse(""),
                register + "/" + agreement.reference()));
    }

    private void write(Stream<String> cells) throws IOException {
        file.append(cells.map(RegisterFile::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    static String cell(String text) {
        String inert = FORMULA.matcher(text).find() ? "'" + text : text;
        return "\"" + inert.replace("\"", "\"\"") + "\"";
    }
}
