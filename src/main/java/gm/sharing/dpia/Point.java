package gm.sharing.dpia;

/**
 * A named answer.
 *
 * @param text plain text; empty lines separate paragraphs, lines that start with a dash are a list
 */
public record Point(String name, String text) {}
