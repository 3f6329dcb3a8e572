package gm.sharing.directory;

import gm.sharing.directory.ImportLine.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * What a file would do to the directory, line by line. With a fault in it, it does nothing.
 *
 * @param format in whose columns the file is written, in words
 */
record ImportCheck(String format, List<ImportLine> lines, List<ImportFault> faults) {

    ImportCheck {
        lines = lines.stream().sorted(Comparator.comparingInt(ImportLine::line)).toList();
        faults = faults.stream()
                .sorted(Comparator.comparingInt(ImportFault::line))
                .toList();
    }

    long count(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    /** Whether there is anything to import. */
    boolean changesAnything() {
        return faults.isEmpty() && count(Outcome.ADD) + count(Outcome.CHANGE) > 0;
    }

    /** The same for the same outcome: what was checked is what is imported. */
    String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(lines.toString().getBytes(StandardCharsets.UTF_8));
            digest.update(faults.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
