package gm.sharing.directory;

import gm.sharing.Refused;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file as spreadsheets and registers write it: separated by commas, semicolons or tabs, in Unicode or in Windows' letters,
 * with or without a byte order mark. Cells are texts: nothing is ever worked out.
 */
final class CsvFile {

    /** Without the first line. */
    static final int MOST_LINES = 5_000;

    static final int MOST_BYTES = 5 * 1024 * 1024;

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Excel's own way to say what separates. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\\A\"?sep=(.)\"?\\R", Pattern.CASE_INSENSITIVE);

    private CsvFile() {}

    /**
     * The text of a file.
     *
     * @throws Refused when it is no such file, or too large
     */
    static String text(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw tooLarge();
        }
        if (file.length > 1 && file[0] == 'P' && file[1] == 'K') {
            throw new Refused(ImportWords.of("spreadsheet"));
        }
        String text = decoded(file);
        if (text.indexOf('\0') >= 0) {
            throw new Refused(ImportWords.of("no-text"));
        }
        if (text.isBlank()) {
            throw new Refused(ImportWords.of("empty"));
        }
        return text;
    }

    static Refused tooLarge() {
        return new Refused(ImportWords.of("too-large", "megabytes", MOST_BYTES / 1024 / 1024));
    }

    private static String decoded(byte[] file) {
        if (startsWith(file, 0xEF, 0xBB, 0xBF)) {
            return new String(file, 3, file.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(file, 0xFF, 0xFE) || startsWith(file, 0xFE, 0xFF)) {
            return new String(file, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notUnicode) {
            return new String(file, WINDOWS);
        }
    }

    private static boolean startsWith(byte[] file, int... mark) {
        return file.length >= mark.length
                && IntStream.range(0, mark.length).allMatch(at -> (file[at] & 0xFF) == mark[at]);
    }

    /**
     * The lines that say anything, the first one included.
     *
     * @throws Refused when there are too many, or quotation marks do not fit
     */
    static List<Row> rows(String text) {
        Matcher separatorLine = SEPARATOR_LINE.matcher(text);
        boolean named = separatorLine.find();
        String rest = named ? text.substring(separatorLine.end()) : text;
        char separator = named ? separatorLine.group(1).charAt(0) : separator(rest);
        long line = named ? 2 : 1;
        long before = line - 1;
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get()
                .parse(new StringReader(rest))) {
            for (CSVRecord cells : parser) {
                Row row = new Row((int) line, Stream.of(cells.values()).toList());
                line = before + parser.getCurrentLineNumber() + 1;
                if (row.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(row);
                }
                if (rows.size() > MOST_LINES + 1) {
                    throw new Refused(ImportWords.of("too-many", "lines", "%,d".formatted(MOST_LINES)));
                }
            }
        } catch (UncheckedIOException | IOException e) {
            throw unreadable(line);
        }
        return rows;
    }

    private static Refused unreadable(long line) {
        return new Refused(ImportWords.of("quotes", "line", line));
    }

    /** What stands most often in the first line, outside quotation marks. */
    private static char separator(String text) {
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            int count = 0;
            boolean quoted = false;
            for (int at = 0; at < text.length(); at++) {
                char character = text.charAt(at);
                if (character == '"') {
                    quoted = !quoted;
                } else if (!quoted && (character == '\n' || character == '\r')) {
                    break;
                } else if (!quoted && character == candidate) {
                    count++;
                }
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    /**
     * One line, which may go over several where a cell has line breaks.
     *
     * @param line the number of its first, as editors and spreadsheets count
     */
    record Row(int line, List<String> cells) {

        Row {
            cells = List.copyOf(cells);
        }

        String cell(int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }
    }
}
