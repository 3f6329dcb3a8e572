package gm.sharing.workflow.gate;

import gm.sharing.ManyConditions;

/** Tables of standing conditions that nobody could read to a reviewer. */
final class BrokenTables extends BrokenFiles {

    private static final String BOLTON = "standing-conditions-bolton.dmn";
    private static final String KEY = "standing-conditions-bolton";

    @Override
    void breakFiles() {
        literally(
                "standing conditions of nobody",
                BOLTON,
                "standing-conditions-nobody",
                KEY,
                "standing-conditions-nobody");
        literally("standing conditions of no code", BOLTON, "standing-conditions-", KEY, "standing-conditions-");
        literally(
                "standing conditions with an answer that there is not",
                BOLTON,
                "Rule_Bolton_Uk",
                "<outputEntry id=\"Rule_Bolton_Uk_answer\">\n          <text>\"look\"",
                "<outputEntry id=\"Rule_Bolton_Uk_answer\">\n          <text>\"maybe\"");
        literally(
                "standing conditions without a reason",
                BOLTON,
                "Rule_Bolton_Uk",
                "<text>\"Read “Transfers abroad” in the DPIA.\"</text>",
                "<text></text>");
        literally("standing conditions without answers", BOLTON, KEY, "name=\"answer\"", "name=\"answers\"");
        literally("standing conditions by another name", BOLTON, KEY, "name=\"condition\"", "name=\"what\"");
        literally(
                "standing conditions about a fact that there is not",
                BOLTON,
                "Input_StandingConditionsBolton_copy",
                "<text>copy</text>",
                "<text>copied</text>");
        literally(
                "standing conditions with a result that there is not",
                BOLTON,
                "Rule_Bolton_ToolkitOther",
                "<text>\"not-applicable\"</text>",
                "<text>\"dspt-standards-nearly-met\"</text>");
        literally(
                "standing conditions with a condition that is worked out",
                BOLTON,
                "Rule_Bolton_Uk",
                "<text>\"Nothing leaves the United Kingdom\"</text>",
                "<text>\"Nothing leaves \" + dpia</text>");
        literally("standing conditions of which one row counts", BOLTON, KEY, "COLLECT", "FIRST");
        literally(
                "standing conditions that compare a number with a text",
                BOLTON,
                "Rule_Bolton_Longer",
                "<text>&gt; 84</text>",
                "<text>\"long\"</text>");
        literally(
                "standing conditions that take long",
                BOLTON,
                "Rule_Bolton_Longer",
                "<text>&gt; 84</text>",
                "<text>? > sum(for i in 1..3000000 return i)</text>");
        add(new Broken("standing conditions of too many rows", BOLTON, ManyConditions.namingRecipients(61), KEY));
    }
}
