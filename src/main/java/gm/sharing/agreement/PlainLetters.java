package gm.sharing.agreement;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes letters alike that people type for each other: accents, the kinds of apostrophes, quotation marks and dashes. The words
 * of agreements are kept so, and what people look for is made so.
 */
final class PlainLetters {

    private static final String FROM = "øłđħıßæœþð‘’ʼ`´“”„«»\"‐‑‒–—\u00A0";
    private static final String TO = "oldhisaotd'''''      ----- ";

    /** What stands for each letter; each beyond stands for itself. */
    private static final char[] PLAIN = new char[0x2100];

    static {
        for (char letter = 0; letter < PLAIN.length; letter++) {
            PLAIN[letter] = letter;
        }
        for (char letter = '\u00E0'; letter < '\u1F00'; letter++) {
            String base = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
            if (base.length() > 1 && base.charAt(0) >= 'a' && base.charAt(0) <= 'z') {
                PLAIN[letter] = base.charAt(0);
            }
        }
        for (int i = 0; i < FROM.length(); i++) {
            PLAIN[FROM.charAt(i)] = TO.charAt(i);
        }
    }

    private PlainLetters() {}

    /** The text in lower case and plain letters. */
    static String of(String text) {
        char[] letters = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.UK)
                .toCharArray();
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] < PLAIN.length) {
                letters[i] = PLAIN[letters[i]];
            }
        }
        return new String(letters);
    }
}
