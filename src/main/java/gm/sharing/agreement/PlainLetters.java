package gm.sharing.agreement;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes letters alike that people type for each other: accents, the kinds of apostrophes, quotation marks and dashes. The
 * database does the same to what it searches, letter for letter.
 */
final class PlainLetters {

    /** What is replaced, and by what: one letter each. */
    static final String FROM;

    static final String TO;

    static {
        StringBuilder from = new StringBuilder("øłđħıßæœþð‘’ʼ`´“”„«»\"‐‑‒–—\u00A0");
        StringBuilder to = new StringBuilder("oldhisaotd'''''      ----- ");
        for (char letter = '\u00E0'; letter < '\u1F00'; letter++) {
            String base = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
            if (base.length() > 1 && base.charAt(0) >= 'a' && base.charAt(0) <= 'z') {
                from.append(letter);
                to.append(base.charAt(0));
            }
        }
        FROM = from.toString();
        TO = to.toString();
    }

    private PlainLetters() {}

    /** The text in lower case and plain letters. */
    static String of(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.UK);
        StringBuilder plain = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char letter = lower.charAt(i);
            int place = FROM.indexOf(letter);
            plain.append(place < 0 ? letter : TO.charAt(place));
        }
        return plain.toString();
    }
}
