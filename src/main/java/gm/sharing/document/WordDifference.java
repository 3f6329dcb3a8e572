package gm.sharing.document;

import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds word by word how a text became another. How many spaces stand between words does not count. */
final class WordDifference {

    /** A word, or the end of a line with the empty lines after it. */
    private static final Pattern TOKEN = Pattern.compile("\\S+|\\R\\s*");

    private final List<Piece> pieces = new ArrayList<>();

    private WordDifference() {}

    /** What was taken out comes before what was put in its place. */
    static List<Piece> between(String before, String after) {
        List<String> old = tokens(before);
        List<String> now = tokens(after);
        BitSet takenOut = new BitSet();
        BitSet added = new BitSet();
        // The usual algorithm keeps a path for every step: with two long texts of nothing in common it runs out of
        // memory.
        new MyersDiffWithLinearSpace<String>(String::equals)
                .computeDiff(old, now, null)
                .forEach(change -> {
                    takenOut.set(change.startOriginal, change.endOriginal);
                    added.set(change.startRevised, change.endRevised);
                });
        WordDifference difference = new WordDifference();
        int inOld = 0;
        int inNow = 0;
        while (inOld < old.size() || inNow < now.size()) {
            int endOld = takenOut.nextClearBit(inOld);
            int endNow = added.nextClearBit(inNow);
            difference.add(Piece.Kind.TAKEN_OUT, old, inOld, endOld);
            difference.add(Piece.Kind.ADDED, now, inNow, endNow);
            inOld = next(takenOut, endOld, old.size());
            inNow = next(added, endNow, now.size());
            int same = Math.min(inOld - endOld, inNow - endNow);
            inOld = endOld + same;
            inNow = endNow + same;
            difference.add(Piece.Kind.SAME, now, endNow, inNow);
        }
        return List.copyOf(difference.pieces);
    }

    private static int next(BitSet changed, int from, int size) {
        int next = changed.nextSetBit(from);
        return next < 0 ? size : next;
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text.strip())
                .results()
                .map(MatchResult::group)
                .map(token -> token.isBlank() ? "\n".repeat((int) token.lines().count()) : token)
                .toList();
    }

    /** Adds a run of tokens. The space before it is not marked: it says nothing. */
    private void add(Piece.Kind kind, List<String> tokens, int from, int to) {
        if (from == to) {
            return;
        }
        StringBuilder text = new StringBuilder();
        boolean afterWord = from > 0 && !tokens.get(from - 1).isBlank();
        if (kind != Piece.Kind.SAME && afterWord && !tokens.get(from).isBlank()) {
            pieces.add(new Piece(Piece.Kind.SAME, " "));
            afterWord = false;
        }
        for (String token : tokens.subList(from, to)) {
            if (afterWord && !token.isBlank()) {
                text.append(' ');
            }
            text.append(token);
            afterWord = !token.isBlank();
        }
        pieces.add(new Piece(kind, text.toString()));
    }
}
