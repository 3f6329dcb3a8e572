package gm.sharing.document;

import static gm.sharing.document.DocumentFixture.assertIsPdfUa;
import static gm.sharing.document.DocumentFixture.pdf;
import static gm.sharing.document.DocumentFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people type, the PDF shows: the text read out of it is the text typed. */
class ScriptsTests {

    private static final Pattern NOT_READ = Pattern.compile("[\\s\u0000\u00A0]+");
    private static final Pattern PUNCTUATION = Pattern.compile("^\\P{L}+|[^\\p{L}\\p{M}]+$");

    static Stream<String> texts() {
        return Stream.of(
                "یہ معاہدہ بچوں کی حفاظت کے لیے ہے۔ نام: ڈاکٹر (Bolton Council) 2026۔",
                "الغرض من هذه الاتفاقية هو حماية الأطفال؛ انظر القسم لا لأ",
                "An English line with یہ معاہدہ (کونسل) and عربى in it.",
                "می‌خواهیم نامه‌ها ئەم ڕێککەوتنە دا تړون مטרת ההסכם",
                "এই চুক্তির উদ্দেশ্য শিশুদের সুরক্ষা। কি কো ক্ষ্ম র্ক স্ত্রী দ্বন্দ্ব শ্রেণী বাংলাদেশ হৃদয়",
                "ਇਸ ਸਮਝੌਤੇ ਦਾ ਮਕਸਦ ਬੱਚਿਆਂ ਦੀ ਸੁਰੱਖਿਆ ਹੈ। ਕ੍ਰਿਪਾ ਪੜ੍ਹਾਈ ਸ੍ਰੀ ਸਿੰਘ",
                "इस समझौते का उद्देश्य बच्चों की सुरक्षा है। क्षत्रिय र्कि द्वन्द्व બાળકોની ક્ષ குழந்தைகளின் கொ",
                "本协议的目的是保护儿童,共享信息。子どもの保護",
                "Zażółć gęślą jaźń. Ŵyl tŷ. ẹ̀kọ́ ọmọ ṣẹ́. bảo vệ trẻ em ở Đồng Nai",
                "☐ ☑ ✓ ✅ ① ₹ ℃ ℞ COVID\u201119 → ≤ ½ 😀 👨‍👩‍👧 👍🏽 🇬🇧",
                "การคุ้มครองเด็ก የልጆች ጥበቃ ბავშვთა դաշնագիր");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void areShownInEveryPlaceAsTheyWereTyped(String typed) throws Exception {
        byte[] pdf = pdf(everywhere(typed));

        assertIsPdfUa(pdf);
        String read = text(pdf);
        for (String word : typed.split(" ")) {
            String bare = PUNCTUATION.matcher(word).replaceAll("");
            assertThat(occurrences(bare.isEmpty() ? word : bare, read)).as(word).isGreaterThanOrEqualTo(PLACES);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void areShownByATypefaceThatHasThem(String typed) {
        assertThat(Typefaces.unshown(typed)).isEmpty();
    }

    @Test
    void runFromTheRightWhereTheirParagraphDoes() {
        assertThat(TextLine.of(TextLine.FROM_THE_RIGHT + "نام Bolton").runs())
                .extracting(TextLine.Run::text)
                .containsExactly("Bolton", " ", "نام");
        assertThat(TextLine.of("Name نام Bolton").runs())
                .extracting(TextLine.Run::text)
                .containsExactly("Name ", "نام", " Bolton");
    }

    @Test
    void leaveRoomForTheBulletsOfListsThatRunFromTheRight() throws Exception {
        String typed = "ناماینجا";
        List<Float> rightEdges = new ArrayList<>();
        var document = new Document(
                "Agreement",
                "Title",
                "Version",
                null,
                List.of(),
                List.of(),
                List.of(new Chapter(
                        "part",
                        "Texts",
                        false,
                        List.of(Section.of(
                                "purpose", "", new Block.Prose(typed + "\n\n- " + typed + "\n  - " + typed))))),
                List.of());
        try (var pdf = Loader.loadPDF(pdf(document))) {
            var stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    if (BaseDirection.fromTheRight(text)) {
                        rightEdges.add((float) positions.stream()
                                .mapToDouble(position -> position.getX() + position.getWidth())
                                .max()
                                .orElseThrow());
                    }
                }
            };
            stripper.getText(pdf);
        }

        assertThat(rightEdges).hasSize(3).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(rightEdges.get(0) - rightEdges.get(1)).isGreaterThan(8);
        assertThat(rightEdges.get(1) - rightEdges.get(2)).isGreaterThan(8);
    }

    @Test
    void joinTheirLettersAndPutMarksOntoThem() {
        assertThat(TextLine.of("কি").runs().get(0).glyphs())
                .extracting(TextLine.Glyph::text)
                .containsExactly("ক", "ি");
        assertThat(TextLine.of("ਸਿੰ").runs().get(0).glyphs().get(0).x()).isZero();
        assertThat(TextLine.of("عربى").runs().get(0).glyphs())
                .extracting(TextLine.Glyph::id)
                .isNotEqualTo(TextLine.of("ع ر ب ى").runs().stream()
                        .filter(run -> !run.text().isBlank())
                        .map(run -> run.glyphs().get(0).id())
                        .toList());
    }

    @Test
    void areAskedOfTheTypefacesWhenTheyCannotBeShown() {
        assertThat(Typefaces.unshown("Plain, ქართული, \uD83D\uDE00")).isEmpty();
        assertThat(Typefaces.unshown("a \uE000 b \uE000 c 한 \uD80C\uDC00"))
                .containsExactly("\uE000", "한", "\uD80C\uDC00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "", "-", "é", "漢"})
    void areBrokenWhereTheyDoNotFitOntoTheLine(String part) throws Exception {
        String word = IntStream.range(0, 350)
                .mapToObj(place -> "abcdefghij".charAt(place % 10) + (place % 40 == 0 ? part : ""))
                .collect(Collectors.joining());
        byte[] pdf = pdf(everywhere(word));

        assertThat(occurrences(word, text(pdf))).isGreaterThanOrEqualTo(PLACES);
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    positions.forEach(position -> assertThat(position.getX() + position.getWidth())
                            .as(text)
                            .isLessThan(595 - 50));
                }
            };
            stripper.getText(document);
        }
    }

    /** Title, head of the page, heading, paragraph, list and the list below, facts, name and cell of a table and of a row. */
    private static final int PLACES = 10;

    private static Document everywhere(String typed) {
        return new Document(
                "Information sharing agreement",
                typed,
                "SJ-2026-0001, version 1.0",
                null,
                List.of(new Fact("reference", "Reference", typed)),
                List.of(new Fact("typed", typed, typed)),
                List.of(new Chapter(
                        "part",
                        "Texts",
                        false,
                        List.of(
                                Section.of(
                                        "purpose", typed, new Block.Prose(typed + "\n\n- " + typed + "\n  - " + typed)),
                                Section.of(
                                        "items",
                                        "Items",
                                        new Block.Grid(
                                                "Items", List.of("Name", "Kind"), List.of(List.of(typed, typed)))),
                                Section.of(
                                        "signature",
                                        "Signature",
                                        new FactList()
                                                .add("signed-by", "Signed by", typed)
                                                .block())))),
                List.of());
    }

    private static long occurrences(String words, String read) {
        String bare = bare(words);
        String page = bare(read);
        return Arrays.stream(page.split(Pattern.quote(bare), -1)).count() - 1;
    }

    /** A vowel that is written around its letter may be read as its two halves, which Unicode holds for the same. */
    private static String bare(String text) {
        return Normalizer.normalize(NOT_READ.matcher(text).replaceAll(""), Normalizer.Form.NFC);
    }
}
