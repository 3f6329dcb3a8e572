package gm.sharing.document;

import java.util.ArrayList;
import java.util.List;

/** Leaves out of a comparison what nobody has to read again: what stayed the same, and most of a long text that is new. */
final class Excerpt {

    /** Enough on either side of a change to find the place. */
    private static final int AROUND = 160;

    private static final int OPENING = 1_500;
    private static final String LEFT_OUT = " … ";

    private Excerpt() {}

    /** What was taken out is kept whole, because no other part of the document holds it. */
    static List<Piece> of(List<Piece> pieces) {
        List<Piece> excerpt = new ArrayList<>();
        for (int place = 0; place < pieces.size(); place++) {
            Piece piece = pieces.get(place);
            excerpt.add(
                    switch (piece.kind()) {
                        case SAME -> same(piece, place == 0, place == pieces.size() - 1);
                        case ADDED -> opening(piece);
                        case TAKEN_OUT -> piece;
                    });
        }
        return excerpt;
    }

    private static Piece same(Piece piece, boolean first, boolean last) {
        String text = piece.text();
        int head = first ? 0 : wordEnd(text, AROUND);
        int tail = last ? text.length() : wordStart(text, text.length() - AROUND);
        return tail - head <= AROUND
                ? piece
                : new Piece(piece.kind(), (text.substring(0, head) + LEFT_OUT + text.substring(tail)));
    }

    private static Piece opening(Piece piece) {
        String text = piece.text();
        return text.length() <= OPENING
                ? piece
                : new Piece(piece.kind(), text.substring(0, wordEnd(text, OPENING)) + LEFT_OUT.stripTrailing());
    }

    /** The first end of a word from there on. */
    private static int wordEnd(String text, int from) {
        int end = Math.min(from, text.length());
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The last start of a word up to there. */
    private static int wordStart(String text, int from) {
        int start = Math.max(from, 0);
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }
}
