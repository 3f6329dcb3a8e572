package gm.sharing.register;

import gm.sharing.CsvTable;
import gm.sharing.agreement.Agreement;
import gm.sharing.wording.Words;
import java.time.LocalDate;
import java.util.List;

/** The register as a table, days as ISO 8601. */
final class RegisterFile {

    private static final Words HEADINGS = Words.in("register/headings");

    private static final List<String> COLUMNS = List.of(
            "reference", "title", "led-by", "partners", "status", "in-force-from", "review-by", "ends", "address");

    private final CsvTable table;
    private final String register;
    private final LocalDate today;

    /** @param register the address of the register's list */
    RegisterFile(CsvTable table, String register, LocalDate today) {
        this.table = table;
        this.register = register;
        this.today = today;
    }

    static List<String> headings() {
        return COLUMNS.stream().map(HEADINGS::text).toList();
    }

    void add(Agreement agreement) {
        table.add(List.of(
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
}
