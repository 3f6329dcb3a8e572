package gm.sharing.directory;

import gm.sharing.Refused;
import gm.sharing.organisation.Sector;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In whose columns a list of organisations is written. Our own has facts as columns; lists of the NHS and of GOV.UK are known by
 * theirs, and their organisations get a code of ours made of theirs, so that the same list finds them again.
 */
enum OrganisationFormat {
    OWN("format-own"),
    /** GP practices of the Organisation Data Service as the file epraccur: 27 columns without names. */
    ODS_FILE("format-ods-file"),
    /** The same from the service's reports, whose columns have names. */
    ODS_REPORT("format-ods-report"),
    /** Get Information about Schools, edubasealldata. */
    SCHOOLS("format-schools");

    private static final int ODS_COLUMNS = 27;
    private static final Pattern ODS_CODE = Pattern.compile("[A-Z][A-Z0-9]{2,9}");
    private static final Pattern URN = Pattern.compile("[0-9]{5,7}");
    private static final Pattern BRITISH_DAY = Pattern.compile("([0-3]?[0-9])/([01]?[0-9])/([12][0-9]{3})");

    private static final List<String> ADDRESS = List.of(
            "address-line-1", "address-line-2", "address-line-3", "address-line-4", "address-line-5", "postcode");

    /** What our own format has as columns. That an organisation is part of another one is said on its page, and has consequences. */
    static final List<Fact> COLUMNS = Stream.concat(
                    Stream.of(Fact.CODE),
                    Stream.of(Part.NAMES, Part.STANDING, Part.CONSENT, Part.REGISTRATION, Part.CONTACTS, Part.OFFICERS)
                            .flatMap(part -> part.facts().stream()))
            .filter(fact -> fact != Fact.SINCE)
            .toList();

    private final String key;

    OrganisationFormat(String key) {
        this.key = key;
    }

    String words() {
        return ImportWords.of(key);
    }

    /**
     * Finds out which format a file is in, and reads it.
     *
     * @throws Refused when it is in none
     */
    static Read read(List<CsvFile.Row> rows) {
        CsvFile.Row first = rows.get(0);
        if (first.cells().size() == ODS_COLUMNS
                && ODS_CODE.matcher(first.cell(0)).matches()
                && !first.cell(4).isEmpty()) {
            return new Read(
                    ODS_FILE, rows.stream().map(OrganisationFormat::epraccur).toList());
        }
        Columns columns = Columns.of(first);
        List<CsvFile.Row> rest = rows.subList(1, rows.size());
        if (columns.has("urn") && columns.has("establishmentname")) {
            if (!columns.has("establishmentstatus-code") && !columns.has("establishmentstatus-name")) {
                throw new Refused(ImportWords.of("no-status"));
            }
            return new Read(
                    SCHOOLS, rest.stream().map(row -> school(columns, row)).toList());
        }
        if (columns.has("postcode")
                && !columns.has(Fact.SECTOR.key())
                && Stream.of("organisation-code", "ods-code", "code").anyMatch(columns::has)) {
            if (!columns.has("prescribing-setting") && !columns.has("prescribing-setting-code")) {
                throw new Refused(ImportWords.of("no-setting"));
            }
            return new Read(
                    ODS_REPORT,
                    rest.stream().map(row -> odsReport(columns, row)).toList());
        }
        return own(columns, rest);
    }

    private static Read own(Columns columns, List<CsvFile.Row> rows) {
        Map<String, Fact> known = COLUMNS.stream()
                .flatMap(fact -> Stream.of(Map.entry(fact.key(), fact), Map.entry(Columns.key(fact.label()), fact)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
        List<String> unknown = columns.names().entrySet().stream()
                .filter(column -> !known.containsKey(column.getKey()))
                .map(column -> "“" + column.getValue() + "”")
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new Refused(ImportWords.of(
                    "unknown-columns",
                    "unknown",
                    String.join(", ", unknown),
                    "columns",
                    COLUMNS.stream().map(Fact::key).collect(Collectors.joining(", "))));
        }
        if (!columns.has(Fact.CODE.key())) {
            throw new Refused(ImportWords.of("needs-column", "column", "code"));
        }
        return new Read(
                OWN,
                rows.stream()
                        .map(row -> {
                            Map<Fact, String> values = new EnumMap<>(Fact.class);
                            columns.names()
                                    .keySet()
                                    .forEach(key -> put(
                                            values,
                                            known.getOrDefault(key, Fact.CODE),
                                            plain(known.getOrDefault(key, Fact.CODE), columns.of(row, key))));
                            return new Line(row.line(), values, "", columns.isShorterThan(row));
                        })
                        .toList());
    }

    /** As a page takes it: spreadsheets write days and ticks in ways of their own, people write sectors as they are called. */
    private static String plain(Fact fact, String cell) {
        return switch (fact.kind()) {
            case DAY ->
                BRITISH_DAY.matcher(cell).replaceAll(day -> "%s-%02d-%02d"
                        .formatted(day.group(3), Integer.valueOf(day.group(2)), Integer.valueOf(day.group(1))));
            case TICK ->
                switch (cell.toLowerCase(Locale.UK)) {
                    case "yes", "y", "true", "1" -> Fact.Kind.TICKED;
                    case "no", "n", "false", "0" -> "false";
                    default -> cell;
                };
            case SECTOR ->
                Stream.of(Sector.values())
                        .filter(sector -> Columns.key(sector.name()).equals(Columns.key(cell))
                                || Columns.key(sector.label()).equals(Columns.key(cell)))
                        .findFirst()
                        .map(Sector::name)
                        .orElse(cell);
            default -> cell;
        };
    }

    private static Line epraccur(CsvFile.Row row) {
        return practice(
                row,
                row.cell(0),
                row.cell(1),
                row.cells()
                        .subList(
                                Math.min(4, row.cells().size()),
                                Math.min(10, row.cells().size())),
                row.cell(12),
                row.cell(11),
                row.cell(25));
    }

    private static Line odsReport(Columns columns, CsvFile.Row row) {
        return practice(
                row,
                columns.of(row, "organisation-code", "ods-code", "code"),
                columns.of(row, "name", "organisation-name"),
                ADDRESS.stream().map(key -> columns.of(row, key)).toList(),
                columns.of(row, "status-code", "status"),
                columns.of(row, "close-date", "closed-date"),
                columns.of(row, "prescribing-setting-code", "prescribing-setting"));
    }

    private static Line practice(
            CsvFile.Row row,
            String code,
            String name,
            List<String> address,
            String status,
            String closed,
            String setting) {
        String why = "";
        if (!ODS_CODE.matcher(code).matches()) {
            why = ImportWords.of("no-ods-code", "code", code);
        } else if (!List.of("A", "ACTIVE").contains(status.toUpperCase(Locale.UK))) {
            why = closed.isEmpty() ? ImportWords.of("not-active") : ImportWords.of("closed", "day", closed);
        } else if (!List.of("4", "RO76", "GP PRACTICE").contains(setting.toUpperCase(Locale.UK))) {
            why = ImportWords.of("no-practice", "setting", setting);
        }
        return listed(row, "ods" + code.toLowerCase(Locale.ROOT), name, Sector.GP_PRACTICE, address, why);
    }

    private static Line school(Columns columns, CsvFile.Row row) {
        String urn = columns.of(row, "urn");
        String status = columns.of(row, "establishmentstatus-code", "establishmentstatus-name");
        String why = "";
        if (!URN.matcher(urn).matches()) {
            why = ImportWords.of("no-urn", "urn", urn);
        } else if (!List.of("1", "3", "open", "open, but proposed to close").contains(status.toLowerCase(Locale.UK))) {
            String closed = columns.of(row, "closedate");
            why = closed.isEmpty() ? ImportWords.of("not-open") : ImportWords.of("closed", "day", closed);
        }
        return listed(
                row,
                "urn" + urn,
                columns.of(row, "establishmentname"),
                Sector.OTHER,
                Stream.of("street", "locality", "address3", "town", "county-name", "postcode")
                        .map(key -> columns.of(row, key))
                        .toList(),
                why);
    }

    private static Line listed(
            CsvFile.Row row, String code, String name, Sector sector, List<String> address, String leftOut) {
        Map<Fact, String> values = new EnumMap<>(Fact.class);
        put(values, Fact.CODE, code);
        put(values, Fact.NAME, name);
        put(values, Fact.SECTOR, sector.name());
        put(
                values,
                Fact.ADDRESS,
                address.stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n")));
        return new Line(row.line(), values, leftOut, false);
    }

    private static void put(Map<Fact, String> values, Fact fact, String value) {
        if (!value.isEmpty()) {
            values.put(fact, value);
        }
    }

    /**
     * What a line says.
     *
     * @param values what is not empty, as a page takes it
     * @param leftOut why it does not belong into the directory; empty when it does
     * @param surplus whether it has more cells than there are columns
     */
    record Line(int line, Map<Fact, String> values, String leftOut, boolean surplus) {

        String value(Fact fact) {
            return values.getOrDefault(fact, "");
        }
    }

    /** A file that was read. */
    record Read(OrganisationFormat format, List<Line> lines) {}
}
