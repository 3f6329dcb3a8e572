package gm.sharing.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Writes what was measured: a table for programs, and for people a page with a chart of the rounds of each figure. */
final class Report {

    private static final String HEAD =
            """
            # Benchmark of %s

            %s, %d processors, %s, Java %s, PostgreSQL %s. Reproduced by `mvn -Pbenchmark verify`.

            Ratios are ours divided by the baseline, measured side by side in rounds: the median of the rounds, and the lowest
            and highest round. Where there is no baseline, low and high are those of the values.

            | figure | unit | ours | baseline | ratio | spread | goal | met |
            |---|---|---|---|---|---|---|---|
            """;

    private final Path folder;

    Report(Path folder) {
        this.folder = folder;
    }

    void write(List<Rounds> measured, String database) throws IOException {
        Files.createDirectories(folder);
        var figures = measured.stream().map(Rounds::figure).toList();
        Files.writeString(
                folder.resolve("summary.csv"),
                figures.stream().map(Figure::csv).collect(Collectors.joining("\n", Figure.HEADINGS + "\n", "\n")));
        List<String> charts = new ArrayList<>();
        for (var rounds : measured) {
            if (!rounds.baseline().isEmpty() && rounds.ours().size() > 1) {
                charts.add(chart(rounds));
            }
        }
        Files.writeString(
                folder.resolve("report.md"),
                head(database)
                        + figures.stream().map(Figure::row).collect(Collectors.joining("\n", "", "\n\n"))
                        + String.join("\n", charts));
    }

    private static String head(String database) {
        var os = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return String.format(
                Locale.ROOT,
                HEAD,
                LocalDate.now(),
                os,
                Runtime.getRuntime().availableProcessors(),
                "load before " + load(),
                System.getProperty("java.version"),
                database);
    }

    /** Of the whole machine, since others may be at work on it. */
    private static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[2];
        } catch (IOException unknown) {
            return "unknown";
        }
    }

    private String chart(Rounds rounds) throws IOException {
        CategoryChart chart = new CategoryChartBuilder()
                .width(800)
                .height(300)
                .title(rounds.name())
                .xAxisTitle("round")
                .yAxisTitle(rounds.unit())
                .build();
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE).setToolTipsEnabled(false);
        var numbers = IntStream.rangeClosed(1, rounds.ours().size()).boxed().toList();
        chart.addSeries("ours", numbers, rounds.ours());
        chart.addSeries("baseline", numbers, rounds.baseline());
        var file = rounds.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".png";
        BitmapEncoder.saveBitmap(chart, folder.resolve(file).toString(), BitmapFormat.PNG);
        return "![" + rounds.name() + ", by round](" + file + ")\n";
    }
}
