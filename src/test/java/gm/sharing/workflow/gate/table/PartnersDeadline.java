package gm.sharing.workflow.gate.table;

/** What a process owner does who gives one partner more time than others: a column about the partner, and a row. */
public final class PartnersDeadline {

    private PartnersDeadline() {}

    /**
     * The table of deadlines with 18 days instead of 15 for one partner.
     *
     * @param one in quotes
     * @param other which partners have the usual time
     */
    public static String table(String one, String other) {
        var deadlines = Tables.text("review-deadlines.dmn");
        var cell = "<inputEntry id=\"%s\"><text>%s</text></inputEntry>";
        var normal = deadlines.replaceAll("(?s).*(<rule id=\"Rule_Deadline_SignOffNormal\">.*?</rule>).*", "$1");
        var exception = normal.replace("SignOffNormal", "SignOffBolton")
                .replace("<text>15</text>", "<text>18</text>")
                .replaceFirst("<outputEntry", cell.formatted("Partner_B", one) + "<outputEntry");
        var usual = normal.replaceFirst("<outputEntry", cell.formatted("Partner_N", other) + "<outputEntry");
        var rest = deadlines.replace(normal, "NORMAL");
        int number = 0;
        while (rest.contains("</inputEntry>\n        <outputEntry")) {
            rest = rest.replaceFirst(
                    "</inputEntry>\n        <outputEntry",
                    "</inputEntry>" + cell.formatted("Partner_" + number++, "") + "<outputEntry");
        }
        return rest.replace("NORMAL", exception + usual)
                .replaceFirst(
                        "<output ",
                        "<input id=\"Input_P\" label=\"Partner\"><inputExpression id=\"Expression_P\" typeRef=\"string\">"
                                + "<text>partner</text></inputExpression></input><output ");
    }
}
