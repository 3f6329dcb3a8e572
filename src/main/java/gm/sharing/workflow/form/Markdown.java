package gm.sharing.workflow.form;

import java.util.regex.Pattern;

/** Writes for the text components of forms, which read Markdown: what people typed is shown as they typed it. */
public final class Markdown {

    private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]<>#|~&]");
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private Markdown() {}

    /** Words that people typed, without effect on the text around them. */
    public static String plain(String words) {
        return MARKS.matcher(words).replaceAll("\\\\$0");
    }

    /** Words that people typed, as a quotation that keeps their lines. */
    public static String quoted(String words) {
        return "> " + LINE_BREAK.matcher(plain(words.strip())).replaceAll("  \n> ");
    }

    /** A named answer: its name in bold and what people typed below it. */
    public static String answer(String name, String words) {
        return "**" + plain(name) + "**\n\n" + quoted(words);
    }
}
