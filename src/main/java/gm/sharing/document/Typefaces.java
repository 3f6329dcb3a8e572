package gm.sharing.document;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The typefaces of documents, and what they can show: the one place that knows. Nothing is listed by hand, the typefaces are asked. */
public final class Typefaces {

    static final Typeface FIRST = new Typeface("liberation/LiberationSans-Regular.ttf");

    /** Asked in this order for what the first one lacks; commoner scripts stand first, the large one for Chinese, Japanese and Korean last. */
    private static final List<Typeface> OTHERS = Stream.of(
                    "typefaces/NotoSans-Regular.ttf",
                    "typefaces/NotoSansArabic-Regular.ttf",
                    "typefaces/NotoSansBengali-Regular.ttf",
                    "typefaces/NotoSansGurmukhi-Regular.ttf",
                    "typefaces/NotoSansDevanagari-Regular.ttf",
                    "typefaces/NotoSansGujarati-Regular.ttf",
                    "typefaces/NotoSansTamil-Regular.ttf",
                    "typefaces/NotoSansTelugu-Regular.ttf",
                    "typefaces/NotoSansKannada-Regular.ttf",
                    "typefaces/NotoSansMalayalam-Regular.ttf",
                    "typefaces/NotoSansSinhala-Regular.ttf",
                    "typefaces/NotoSansOriya-Regular.ttf",
                    "typefaces/NotoSansHebrew-Regular.ttf",
                    "typefaces/NotoSansEthiopic-Regular.ttf",
                    "typefaces/NotoSansThai-Regular.ttf",
                    "typefaces/NotoSansLao-Regular.ttf",
                    "typefaces/NotoSansKhmer-Regular.ttf",
                    "typefaces/NotoSansMyanmar-Regular.ttf",
                    "typefaces/NotoSansGeorgian-Regular.ttf",
                    "typefaces/NotoSansArmenian-Regular.ttf",
                    "typefaces/NotoSansThaana-Regular.ttf",
                    "typefaces/NotoSansSymbols-Regular.ttf",
                    "typefaces/NotoSansSymbols2-Regular.ttf",
                    "typefaces/NotoEmoji-Regular.ttf",
                    "typefaces/NotoSansMath-Regular.ttf",
                    "typefaces/DroidSansFallbackFull.ttf")
            .map(Typeface::new)
            .toList();

    /** What one sees as one letter: it is shown by one typeface, or not at all. */
    private static final Pattern LETTER = Pattern.compile("\\X");

    /** What word processors leave of their bullets becomes bullets again, see {@link Paragraph}. */
    private static final Pattern BULLETS = Pattern.compile("(?m)^[\\s\\u00A0]*\\p{Co}");

    private static final int NAMED = 10;

    private static final BitSet PLAIN = plain();

    private Typefaces() {}

    private static BitSet plain() {
        BitSet plain = new BitSet(Character.MIN_SURROGATE);
        for (int codePoint = 0; codePoint < Character.MIN_SURROGATE; codePoint++) {
            plain.set(codePoint, Character.isISOControl(codePoint) || FIRST.has(codePoint));
        }
        for (int rightToLeft = 0x0590; rightToLeft < 0x0900; rightToLeft++) {
            plain.clear(rightToLeft);
        }
        return plain;
    }

    /** Whether the first typeface shows all of it, letter by letter from left to right. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!PLAIN.get(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static Stream<String> letters(String text) {
        return LETTER.matcher(text).results().map(MatchResult::group);
    }

    /** The first typeface that shows all of this letter. */
    static Optional<Typeface> of(String letter) {
        return Stream.concat(Stream.of(FIRST), OTHERS.stream())
                .filter(typeface -> letter.codePoints().allMatch(part -> isUnseen(part) || typeface.has(part)))
                .findFirst();
    }

    /** What guides the setting of a text and is not seen itself: joiners, marks of direction, variants. */
    static boolean isUnseen(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                || Character.isISOControl(codePoint)
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || codePoint == 0x034F
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }

    /** The letters that no document can show, each once, in the order in which they are found. */
    static Set<String> unshown(String text) {
        Set<String> unshown = new LinkedHashSet<>();
        if (!isPlain(text)) {
            letters(BULLETS.matcher(text).replaceAll(""))
                    .filter(letter -> of(letter).isEmpty())
                    .forEach(unshown::add);
        }
        return unshown;
    }

    /** What is wrong with a text that documents are to show, in words that follow its name; empty when nothing is. */
    public static Optional<String> complaint(String text) {
        Set<String> unshown = unshown(text);
        return unshown.isEmpty()
                ? Optional.empty()
                : Optional.of("documents cannot show %s. Delete %s, or write it another way"
                        .formatted(
                                Wording.and(unshown.stream()
                                        .limit(NAMED)
                                        .map(Typefaces::named)
                                        .toList()),
                                unshown.size() == 1 ? "it" : "them"));
    }

    /** With its number, because often nobody can see it on the screen either. */
    private static String named(String letter) {
        return letter.codePoints()
                .mapToObj("U+%04X"::formatted)
                .collect(Collectors.joining(" ", "“" + letter + "” (", ")"));
    }
}
