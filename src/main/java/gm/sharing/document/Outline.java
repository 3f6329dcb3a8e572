package gm.sharing.document;

import java.util.List;

/**
 * The order of a document's parts and annexes, by their keys: where their numbers come from.
 *
 * @param parts numbered from 1
 * @param annexes lettered from A
 */
public record Outline(List<String> parts, List<String> annexes) {

    public Outline {
        parts = List.copyOf(parts);
        annexes = List.copyOf(annexes);
    }

    /**
     * The number or letter that a text refers to.
     *
     * @param reference such as {@code part:care} or {@code annex:flow}
     * @throws IllegalArgumentException when the document has no such part
     */
    public String number(String reference) {
        int colon = reference.indexOf(':');
        String key = reference.substring(colon + 1);
        boolean annex = reference.substring(0, Math.max(colon, 0)).equals("annex");
        int place = (annex ? annexes : parts).indexOf(key);
        if (place < 0) {
            throw new IllegalArgumentException("The document has no " + reference + ". It has: " + this);
        }
        return annex ? letter(place) : Integer.toString(place + 1);
    }

    /** A to Z, then AA, AB and so on: each of sixty partners may have an annex of its own. */
    static String letter(int place) {
        String last = String.valueOf((char) ('A' + place % 26));
        return place < 26 ? last : letter(place / 26 - 1) + last;
    }
}
