package gm.sharing.steps.signoff;

import gm.sharing.document.FieldChange;
import gm.sharing.document.Piece;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes for forms what changed between two versions, field by field. Words are marked in words, because the texts of forms
 * cannot be struck through and not everybody sees them.
 */
final class ChangesText {

    private static final Words WORDS = Words.in("sign-off/situation");

    /** How much of a long text stays around what changed in it. */
    private static final int CONTEXT = 160;

    private static final Pattern WORD_START = Pattern.compile("\\s\\S*$");
    private static final Pattern WORD_END = Pattern.compile("^\\S*\\s");
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private ChangesText() {}

    /** Empty when nothing changed. */
    static String of(List<FieldChange> changes) {
        List<String> parts = new ArrayList<>();
        String chapter = "";
        for (FieldChange change : changes) {
            if (!change.chapter().equals(chapter)) {
                chapter = change.chapter();
                parts.add("### " + Markdown.plain(chapter));
            }
            parts.add("**%s**".formatted(Markdown.plain(change.question())));
            parts.add(said(change));
        }
        return String.join("\n\n", parts);
    }

    private static String said(FieldChange change) {
        if (change.before().isBlank()) {
            return WORDS.text("added") + "\n\n" + Markdown.quoted(change.now());
        }
        if (change.now().isBlank()) {
            return WORDS.text("taken-out") + "\n\n" + Markdown.quoted(change.before());
        }
        List<Piece> pieces = change.pieces();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (i > 0 && isMarked(pieces.get(i - 1)) && isMarked(pieces.get(i))) {
                words.add(" ");
            }
            words.add(marked(pieces.get(i), i == 0, i == pieces.size() - 1));
        }
        return "> " + LINE_BREAK.matcher(String.join("", words).strip()).replaceAll("  \n> ");
    }

    private static boolean isMarked(Piece piece) {
        return piece.kind() != Piece.Kind.SAME;
    }

    private static String marked(Piece piece, boolean first, boolean last) {
        return switch (piece.kind()) {
            case SAME -> Markdown.plain(shortened(piece.text(), first, last));
            case TAKEN_OUT -> marked(WORDS.text("mark-taken-out"), piece.text());
            case ADDED -> marked(WORDS.text("mark-added"), piece.text());
        };
    }

    /** Each line for itself: marks do not reach over the end of a line. */
    private static String marked(String how, String text) {
        return LINE_BREAK
                .splitAsStream(text)
                .map(line -> line.isBlank() ? "" : "\\[" + how + ": **" + Markdown.plain(line.strip()) + "**\\]")
                .collect(Collectors.joining("\n", text.startsWith(" ") ? " " : "", text.endsWith("\n") ? "\n" : ""));
    }

    private static String shortened(String text, boolean first, boolean last) {
        if (text.length() <= 2 * CONTEXT + 40) {
            return text;
        }
        String start =
                first ? "" : WORD_START.matcher(text.substring(0, CONTEXT)).replaceFirst(" ");
        String end = last
                ? ""
                : WORD_END.matcher(text.substring(text.length() - CONTEXT)).replaceFirst(" ");
        return start + "…" + end;
    }
}
