package gm.sharing.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paragraph, or a list, of a text that somebody typed or pasted.
 *
 * @param list whether the lines are the items of a list
 */
public record Paragraph(boolean list, List<String> lines) {

    /** A dash needs a space after it; "o" and U+F0B7 are what bullets of word processors become when pasted. */
    private static final Pattern ITEM = Pattern.compile("(?:[•·▪‣\\uF0B7]\\s*|[-–*o]\\s+)(\\S.*)");

    public Paragraph {
        lines = List.copyOf(lines);
    }

    /** Empty lines separate paragraphs; lines that start with a dash or a bullet make a list. */
    public static List<Paragraph> of(String words) {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        boolean list = false;
        for (String line : words.lines().map(String::strip).toList()) {
            Matcher item = ITEM.matcher(line);
            boolean isItem = item.matches();
            if (!lines.isEmpty() && (line.isEmpty() || isItem != list)) {
                paragraphs.add(new Paragraph(list, lines));
                lines.clear();
            }
            if (!line.isEmpty()) {
                lines.add(isItem ? item.group(1) : line);
                list = isItem;
            }
        }
        if (!lines.isEmpty()) {
            paragraphs.add(new Paragraph(list, lines));
        }
        return paragraphs;
    }
}
