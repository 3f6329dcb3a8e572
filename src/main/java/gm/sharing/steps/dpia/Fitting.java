package gm.sharing.steps.dpia;

import static java.util.stream.Collectors.joining;

import gm.sharing.Texts;
import gm.sharing.wording.Words;
import java.util.List;

/** Makes first answers that fit into a field: nobody could complete a form that is filled in with more than it takes. What is left out is told. */
final class Fitting {

    private static final Words WORDS = Words.in("dpia/situation");

    private Fitting() {}

    private static String cut() {
        return " " + WORDS.text("shortened");
    }

    /**
     * One item of a list.
     *
     * @param told may be long, and is what is shortened
     * @param after what nobody can do without, for example the legal basis
     */
    record Item(String before, String told, String after) {

        private String within(int room) {
            return "- " + before + shortened(told, room) + after;
        }
    }

    /** A text of any length. */
    static String text(String text) {
        return shortened(text, Texts.LONG);
    }

    /** A list, of which each item says at least what nobody can do without. */
    static String list(List<Item> items) {
        String whole = within(Texts.LONG, items);
        if (whole.length() <= Texts.LONG) {
            return whole;
        }
        int needed = within(0, items).length() - items.size() * cut().length();
        return text(within((Texts.LONG - needed) / items.size(), items));
    }

    private static String within(int room, List<Item> items) {
        return items.stream().map(item -> item.within(room)).collect(joining("\n"));
    }

    private static String shortened(String text, int room) {
        if (text.length() <= room) {
            return text;
        }
        int end = Math.max(0, room - cut().length());
        boolean inPair = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, inPair ? end - 1 : end) + cut();
    }
}
