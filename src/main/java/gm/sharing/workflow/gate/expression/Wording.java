package gm.sharing.workflow.gate.expression;

/** Repeats in a message what somebody wrote in a model. */
final class Wording {

    private static final int SHOWN = 120;

    private Wording() {}

    static String quoted(String text) {
        String plain = text.strip().replaceAll("\\s+", " ").replaceAll("\\p{C}", "·");
        return "“" + (plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain) + "”";
    }
}
