package gm.sharing.workflow.handbook;

import gm.sharing.handbook.DeadlineTable;
import gm.sharing.journey.DecidingTime;
import gm.sharing.project.Urgency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Reads in the table in force how long partners have. It is not evaluated: that would be put on record whenever a page is read. */
@Component
class EngineDecidingTime implements DecidingTime {

    private static final Pattern ANY = Pattern.compile("-?");
    private static final Pattern BETWEEN = Pattern.compile("\\s*,\\s*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private final InForce inForce;

    EngineDecidingTime(InForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public Optional<Days> of(Urgency urgency) {
        Map<String, String> asked = Map.of("kind", "sign-off", "urgency", urgency.code());
        return inForce.read().tables().stream()
                .filter(table -> table.words().id().equals(EngineHandbook.DECIDING))
                .findFirst()
                .flatMap(table -> days(table, asked));
    }

    private static Optional<Days> days(ReadTable table, Map<String, String> asked) {
        List<DeadlineTable.Row> rows = table.words().rows().stream()
                .filter(row -> mayFit(row, table, asked))
                .toList();
        return rows.size() == 1 && isForAll(rows.get(0), table, asked) ? days(rows.get(0), table) : Optional.empty();
    }

    private static Optional<Days> days(DeadlineTable.Row row, ReadTable table) {
        List<Integer> days = List.of("dueDays", "reminderDays", "boardDays").stream()
                .map(table.outputs()::indexOf)
                .filter(at -> at >= 0)
                .map(row.answers()::get)
                .filter(cell -> NUMBER.matcher(cell).matches())
                .map(Integer::valueOf)
                .toList();
        return days.size() == 3 ? Optional.of(new Days(days.get(0), days.get(1), days.get(2))) : Optional.empty();
    }

    private static boolean mayFit(DeadlineTable.Row row, ReadTable table, Map<String, String> asked) {
        return asked.entrySet().stream().allMatch(fact -> {
            int at = table.inputs().indexOf(fact.getKey());
            String cell = at < 0 ? "" : row.conditions().get(at);
            return ANY.matcher(cell).matches() || List.of(BETWEEN.split(cell)).contains("\"" + fact.getValue() + "\"");
        });
    }

    private static boolean isForAll(DeadlineTable.Row row, ReadTable table, Map<String, String> asked) {
        return IntStream.range(0, row.conditions().size())
                .filter(at -> !asked.containsKey(table.inputs().get(at)))
                .allMatch(at -> ANY.matcher(row.conditions().get(at)).matches());
    }
}
