package gm.sharing.document;

import java.util.ArrayList;
import java.util.List;

/**
 * An item of a list as it was typed.
 *
 * @param indent in spaces
 * @param mark before its text
 */
record ListLine(int indent, String mark, String text) {

    /** Whether it looks like an item and is a footnote or a sentence: a star or an "o" that has no fellow. */
    boolean isNote(List<ListLine> list) {
        boolean alone = list.stream().filter(other -> other.mark.equals(mark)).count() == 1;
        return alone && (mark.equals("*") || (list.size() == 1 && (mark.equals("o") || mark.equals("+"))));
    }

    /** The items, each with those below it: what stands further in, or as far and has a mark that is new here. */
    static List<Paragraph.Item> nested(List<ListLine> lines) {
        List<Paragraph.Item> items = new ArrayList<>();
        for (int first = 0; first < lines.size(); ) {
            int next = first + 1;
            while (next < lines.size() && lines.get(next).isBelow(lines.get(first), lines.get(0))) {
                next++;
            }
            items.add(new Paragraph.Item(lines.get(first).text, nested(lines.subList(first + 1, next))));
            first = next;
        }
        return items;
    }

    private boolean isBelow(ListLine before, ListLine head) {
        boolean fellow = mark.equals(before.mark) || mark.equals(head.mark);
        return indent > before.indent || (indent == before.indent && !fellow);
    }
}
