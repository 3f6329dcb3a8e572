package gm.sharing.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Has Gatling send calls, mixed as they are given, and reads how long the answers took. */
final class Load {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Load() {}

    /** Every answer is the one that was asked for, or this fails. */
    static List<Answer> send(int clients, List<Call> calls) {
        try {
            var folder = Files.createTempDirectory("load");
            var file = folder.resolve("calls.json");
            var times = folder.resolve("times.csv");
            JSON.writeValue(file.toFile(), calls);
            gatling(
                    folder,
                    List.of(
                            "-D" + CallSimulation.CALLS + "=" + file,
                            "-D" + CallSimulation.TIMES + "=" + times,
                            "-D" + CallSimulation.CLIENTS + "=" + clients));
            var answers = Files.readAllLines(times).stream().map(Answer::read).toList();
            if (answers.size() < calls.size() / clients * clients) {
                throw new IllegalStateException(
                        answers.size() + " of " + calls.size() + " calls were answered: " + folder);
            }
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void gatling(Path folder, List<String> properties) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                JavaProcess.JAVA,
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(properties);
        command.addAll(List.of(
                "io.gatling.app.Gatling",
                "--simulation",
                CallSimulation.class.getName(),
                "--results-folder",
                folder.toString(),
                "--no-reports"));
        JavaProcess.runToItsEnd(command, folder.resolve("gatling.log"));
    }

    /** How long one answer took. */
    record Answer(String kind, int round, double millis) {

        static Answer read(String line) {
            var parts = line.split(";");
            return new Answer(parts[0], Integer.parseInt(parts[1]), Double.parseDouble(parts[2]));
        }

        static double mean(List<Answer> answers, String kind, int round) {
            return answers.stream()
                    .filter(answer -> answer.kind().equals(kind) && answer.round() == round)
                    .mapToDouble(Answer::millis)
                    .average()
                    .orElseThrow();
        }
    }
}
