package gm.sharing;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tables of standing conditions with many rows, of which each is about another recipient. */
public final class ManyConditions {

    private ManyConditions() {}

    /** As Bolton's, with other rows, each with a condition of its own; the code of recipient 7 is {@code practice7}. */
    public static String namingRecipients(int rows) {
        return of("recipient", "string", rows, row -> "\"practice" + row + "\"");
    }

    /** @param test of the row with this number, from 0 */
    public static String of(String fact, String type, int rows, IntFunction<String> test) {
        String shipped = Shipped.text("standing-conditions-bolton.dmn");
        return shipped.substring(0, shipped.indexOf("<input "))
                + "<input id=\"Input_Only\" label=\"Only\"><inputExpression id=\"Expression_Only\" typeRef=\"%s\"><text>%s</text></inputExpression></input>"
                        .formatted(type, fact)
                + shipped.substring(shipped.indexOf("<output "), shipped.indexOf("<rule "))
                + IntStream.range(0, rows)
                        .mapToObj(row ->
                                """
                                <rule id="Row_%1$d"><description>Of the memorandum</description>
                                <inputEntry id="Test_%1$d"><text>%2$s</text></inputEntry>
                                <outputEntry id="Condition_%1$d"><text>"Practice %1$d has signed our memorandum"</text></outputEntry>
                                <outputEntry id="Answer_%1$d"><text>"met"</text></outputEntry>
                                <outputEntry id="Reason_%1$d"><text>"It has."</text></outputEntry></rule>
                                """
                                        .formatted(row, test.apply(row)))
                        .collect(Collectors.joining())
                + shipped.substring(shipped.indexOf("</decisionTable>"));
    }
}
