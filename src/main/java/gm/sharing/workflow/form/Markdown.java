package gm.sharing.workflow.form;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes for the text components of forms, which read Markdown: what people typed is shown as they typed it. */
public final class Markdown {

    private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]<>#|~&]");

    /**
     * Addresses would become links, and escapes within them would be shown. No {@code \\b}, for which all marks before a place
     * are looked at again.
     */
    private static final Pattern ADDRESS =
            Pattern.compile(":(?=//)|(?<=(?<!\\w)www)\\.|(?<=[\\w.+-])@(?=\\w)", Pattern.CASE_INSENSITIVE);

    /** What makes a list, a rule or a heading where a line begins, or of the line above; a number alone only further down. */
    private static final Pattern LINE_START =
            Pattern.compile("(?m)^([ \\t]*)(?:([-+=])|(?<=\\n[ \\t]{0,20})(\\d{1,9})([.)])(?=\\s|$))");

    /** Of which code would be made. */
    private static final Pattern INDENTED = Pattern.compile("(?<=\\n)(?: {4,}|[ ]*\\t)[ \\t]*");

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private Markdown() {}

    /** Words that people typed, without effect on the text around them. */
    public static String plain(String words) {
        var inline = ADDRESS.matcher(MARKS.matcher(words).replaceAll("\\\\$0")).replaceAll("\\\\$0");
        var lines = LINE_START
                .matcher(inline)
                .replaceAll(start -> Matcher.quoteReplacement(start.group(1)
                        + (start.group(2) == null ? start.group(3) + "\\" + start.group(4) : "\\" + start.group(2))));
        return INDENTED.matcher(lines)
                .replaceAll(space -> "\u00a0".repeat(space.group().length()));
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
