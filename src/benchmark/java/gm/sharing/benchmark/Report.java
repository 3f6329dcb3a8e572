package gm.sharing.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what was measured: a table for programs and a page for people. */
final class Report {

    private final Path folder;

    Report(Path folder) {
        this.folder = folder;
    }

    void write(List<Rounds> measured) throws IOException {
        Files.createDirectories(folder);
        var figures = measured.stream().map(Rounds::figure).toList();
        Files.writeString(
                folder.resolve("summary.csv"),
                figures.stream().map(Figure::csv).collect(Collectors.joining("\n", Figure.HEADINGS + "\n", "\n")));
        Files.writeString(
                folder.resolve("report.md"), figures.stream().map(Figure::row).collect(Collectors.joining("\n")));
    }
}
