package gm.sharing.workflow.gate.expression;

import org.camunda.bpm.impl.juel.TreeBuilderException;

/** Repeats in a message what somebody wrote in a model. */
final class Wording {

    private static final int SHOWN = 120;

    private Wording() {}

    static String quoted(String text) {
        String plain = text.strip().replaceAll("\\s+", " ").replaceAll("\\p{C}", "·");
        return "“" + (plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain) + "”";
    }

    /** What keeps a text from being read as an expression. */
    static String unreadable(String text, TreeBuilderException problem) {
        String expected = problem.getEncountered().isEmpty()
                ? problem.getExpected()
                : "expected " + problem.getExpected() + " at character " + (problem.getPosition() + 1) + ", not "
                        + problem.getEncountered();
        return quoted(text) + " cannot be read as an expression: "
                + quoted(expected).replaceAll("[“”]", "");
    }
}
