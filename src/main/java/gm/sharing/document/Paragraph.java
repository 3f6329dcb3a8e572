package gm.sharing.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paragraph, or a list, of a text that somebody typed or pasted.
 *
 * @param lines of a paragraph; empty for a list
 * @param items of a list; empty for a paragraph
 */
public record Paragraph(List<String> lines, List<Item> items) {

    /** Bullets that need no space after them: nothing else begins with these; letters for private use are the bullets of word processors. */
    private static final String BULLET = "[•·▪▫●○◦■□◆◇►➢➤‣⁃∙\\p{Co}]";

    /** A dash and the like may begin other things as well. */
    private static final String MARK = "[-–—*+o]";

    private static final Pattern ITEM =
            Pattern.compile("([\\s\u00A0]*)(?:(" + BULLET + ")[\\s\u00A0]*|(" + MARK + ")[\\s\u00A0]+)(\\S.*)");

    private static final Pattern WORD_BULLET = Pattern.compile("(?m)^[\\s\\u00A0]*\\p{Co}[\\s\\u00A0]*");

    private static final int TAB = 4;

    public Paragraph {
        lines = List.copyOf(lines);
        items = List.copyOf(items);
    }

    /**
     * One item of a list.
     *
     * @param items below it
     */
    public record Item(String text, List<Item> items) {

        public Item {
            items = List.copyOf(items);
        }

        /** Whether its first letter that has a direction runs from right to left. */
        public boolean fromTheRight() {
            return BaseDirection.fromTheRight(text);
        }
    }

    public boolean list() {
        return !items.isEmpty();
    }

    /** Empty lines separate paragraphs; lines that start with a dash or a bullet make a list, those with another mark or further in one below it. */
    public static List<Paragraph> of(String words) {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        List<ListLine> typed = new ArrayList<>();
        for (String line : words.lines().toList()) {
            Matcher matcher = ITEM.matcher(line);
            if (matcher.matches()) {
                end(lines, paragraphs);
                String bullet = matcher.group(2);
                typed.add(new ListLine(
                        width(matcher.group(1)),
                        bullet == null ? matcher.group(3) : bullet,
                        matcher.group(4).strip()));
            } else {
                endList(typed, lines, paragraphs);
                if (line.isBlank()) {
                    end(lines, paragraphs);
                } else {
                    lines.add(line.strip());
                }
            }
        }
        endList(typed, lines, paragraphs);
        end(lines, paragraphs);
        return paragraphs;
    }

    /** The text with bullets that are seen for those of word processors. */
    static String withBullets(String words) {
        return WORD_BULLET.matcher(words).replaceAll("• ");
    }

    private static int width(String indent) {
        return indent.chars().map(character -> character == '\t' ? TAB : 1).sum();
    }

    private static void end(List<String> lines, List<Paragraph> paragraphs) {
        if (!lines.isEmpty()) {
            paragraphs.add(new Paragraph(lines, List.of()));
            lines.clear();
        }
    }

    private static void endList(List<ListLine> typed, List<String> lines, List<Paragraph> paragraphs) {
        int end = typed.size();
        if (end > 0 && typed.get(end - 1).isNote(typed)) {
            end--;
        }
        if (end > 0) {
            paragraphs.add(new Paragraph(List.of(), ListLine.nested(typed.subList(0, end))));
        }
        typed.subList(end, typed.size()).forEach(note -> lines.add(note.mark() + " " + note.text()));
        typed.clear();
    }
}
