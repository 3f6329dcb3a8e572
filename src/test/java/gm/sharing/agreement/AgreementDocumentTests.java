package gm.sharing.agreement;

import static gm.sharing.Changed.changed;
import static gm.sharing.agreement.DraftFixture.draft;
import static gm.sharing.document.DocumentFixture.article;
import static gm.sharing.document.DocumentFixture.assertIsPdfUa;
import static gm.sharing.document.DocumentFixture.pdf;
import static gm.sharing.document.DocumentFixture.text;
import static gm.sharing.document.DocumentFixture.words;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.document.CanonicalContent;
import gm.sharing.document.Document;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.document.PageBreaks;
import gm.sharing.project.DataItem;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgreementDocumentTests {

    private static final URI SERVICE = URI.create("https://sharing.example.org");

    private static final ProjectReference REFERENCE = new ProjectReference("SJ-2026-0001");

    @Test
    void isPdfUaAsADraft() throws Exception {
        assertIsPdfUa(pdf(document(draft(), null)));
    }

    @Test
    void isPdfUaWhenPublished() throws Exception {
        assertIsPdfUa(pdf(document(draft(), published())));
    }

    @Test
    void isPdfUaWithWhateverPeoplePaste() throws Exception {
        var odd =
                "Control\u000B\u0000 characters, soft\u00ADhyphens, non\u2011breaking, zero\u200Bwidth, emoji \uD83D\uDE00, 漢字, عربى,"
                        + " <script>alert(1)</script> & \"quotes\", \uD800 half a pair.\n\uF0B7 one\n\uF0B7 two\n"
                        + "x".repeat(500);

        assertIsPdfUa(pdf(document(draft().titled("Tïtle & <b>more</b>").withPurpose(odd), null)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void saysTheSameOnThePageAndInThePdfToThoseWhoHearIt(boolean published) throws Exception {
        var document = document(
                draft().withPurpose("Some “unusual” purpose:\n\n- one\n- two\n\nand a third."),
                published ? published() : null);

        assertThat(words(pdf(document))).isEqualTo(words(article(document)));
    }

    @Test
    void hasItsSummaryOnTheFirstPageHoweverMuchWasTyped() throws Exception {
        var text = "Every word of this counts. ".repeat(1_000);
        var needs = ProjectFixture.needs();
        var draft = draft().titled(
                        "A title of two hundred and fifty letters. ".repeat(6).substring(0, 250))
                .with(changed(
                        needs,
                        "purpose",
                        text,
                        "necessity",
                        text,
                        "benefits",
                        text,
                        "dataSubjects",
                        text,
                        "dataItems",
                        IntStream.rangeClosed(1, 15)
                                .mapToObj(number ->
                                        new DataItem("The data item that has the number " + number, "personal"))
                                .toList()));

        for (var agreement : Arrays.asList(null, published())) {
            try (var pdf = Loader.loadPDF(pdf(document(draft, agreement)))) {
                var second = new PDFTextStripper();
                second.setStartPage(2);
                second.setEndPage(2);
                assertThat(second.getText(pdf)).contains("Contents").doesNotContain("No end date");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 120, 180, 240, 300})
    void partsNoHeadingFromWhatItHeadsAndLeavesNoRowAlone(int length) throws Exception {
        var draft = draft().withPurpose("Every word of this counts. ".repeat(length));

        assertThat(PageBreaks.thatPartWhatBelongsTogether(pdf(document(draft, null))))
                .isEmpty();
        assertThat(PageBreaks.thatPartWhatBelongsTogether(pdf(document(draft, published()))))
                .isEmpty();
    }

    @Test
    void numbersItsHeadings() {
        assertThat(article(document(draft(), null)))
                .contains(">1. Parties</h2>", ">4.2 Purpose</h3>", ">12. Signatures</h2>", ">Annex A: ");
    }

    @Test
    void headsTheRowsAndColumnsOfItsTables() {
        assertThat(article(document(draft(), null)))
                .contains("<th scope=\"col\">Organisation</th>", "<th scope=\"row\">Bolton Council</th>");
    }

    @Test
    void bearsItsVersionAndDigest() throws Exception {
        var document = document(draft(), null);

        assertThat(text(pdf(document)))
                .contains(CanonicalContent.of(framed(draft())).digest(), "SJ-2026-0001, version 1.1");
    }

    @Test
    void bearsADraftMarkOnlyUntilItIsPublished() throws Exception {
        assertThat(article(document(draft(), null))).contains("Draft: not signed");
        assertThat(text(pdf(document(draft(), null)))).contains("DRAFT");
        assertThat(article(document(draft(), published()))).doesNotContain("Draft: not signed");
        assertThat(text(pdf(document(draft(), published())))).doesNotContain("DRAFT");
    }

    @Test
    void givesEachPartyThatSignedABlockOfItsOwn() throws Exception {
        var document = document(draft(), published());

        assertThat(article(document))
                .contains(">12. Signatures</h2>", ">12.1 Bury Council</h3>", ">12.2 Wigan Council</h3>")
                .contains("Senior Information Risk Owner", "1 August 2026 at 10:00", "No signature is needed.");
        assertThat(text(pdf(document))).contains("12.1 Bury Council", "Senior Information Risk Owner");
    }

    @Test
    void saysInADraftThatNobodyHasSigned() {
        assertThat(article(document(draft(), null)))
                .contains("Nobody has signed this version yet", ">12.3 Wigan Council</h3>", "Not signed yet")
                .doesNotContain("Senior Information Risk Owner");
    }

    @Test
    void leavesRoomInADraftForNameRoleAndDate() {
        assertThat(article(document(draft(), null)))
                .containsSubsequence(
                        ">12.1 Bolton Council</h3>",
                        "document-blank",
                        ">Signed by</th>",
                        "document-blank",
                        ">Role</th>",
                        "document-blank",
                        ">Date and time</th>");
        assertThat(article(document(draft(), published()))).doesNotContain("document-blank");
    }

    @Test
    void saysOnItsFirstPageHowManyConditionsThereAre() throws Exception {
        try (var pdf = Loader.loadPDF(pdf(document(draft(), published())))) {
            var first = new PDFTextStripper();
            first.setEndPage(1);
            assertThat(first.getText(pdf)).contains("Conditions of signatures 1 condition of Bury Council, in annex C");
        }
        assertThat(article(document(draft(), null))).doesNotContain("Conditions of signatures");
    }

    @Test
    void listsConditionsWithOwnerAndDate() throws Exception {
        var document = document(draft(), published());

        assertThat(article(document)).contains(">Annex C: Conditions of the parties</h2>");
        assertThat(text(pdf(document)).replaceAll("\\s+", " "))
                .contains(
                        "Bury Council Access ends in March. IG officer, Bury Council 1 March 2027",
                        "Bury Council signed version 1.0 on 1 condition that its signature");
    }

    @Test
    void tellsFlowsInBriefAndGivesThemWholeInAnAnnex() {
        assertThat(article(document(draft(), null)))
                .contains(
                        ">6. Flows of information</h2>",
                        "<th scope=\"row\">A.2</th>",
                        ">Annex A: Flows of information in full</h2>",
                        ">A.2 Flow from Bolton Council to Wigan Council</h3>");
    }

    @Test
    void sumsTheDpiaUpInAnAnnex() {
        assertThat(article(document(draft(), null)))
                .contains(
                        ">10. Data protection impact assessment</h2>",
                        "Bury Council: The processing can go ahead",
                        "0 high, 1 medium, 2 low",
                        ">Annex B: Summary of the DPIA</h2>",
                        "Loss of a plan.");
    }

    @Test
    void showsHowPartiesAdaptTheDpiaUnderTheirPositions() throws Exception {
        var document = document(draft(), published());

        assertThat(article(document))
                .contains(
                        ">Annex D: Positions of the parties on the DPIA</h2>",
                        ">D.1 How Bury Council adapts the DPIA</h3>",
                        "We keep letters for one year only.",
                        ">D.27 How Trust 26 adapts the DPIA</h3>")
                .doesNotContain("How Wigan Council adapts", "How Bolton Council adapts");
        assertThat(text(pdf(document))).contains("D.1 How Bury Council adapts the DPIA", "in the case file");
    }

    @Test
    void listsPositionsAndPolicyDocumentsByParty() throws Exception {
        var document = document(draft(), published());

        assertThat(article(document)).contains(">Annex E: Appropriate policy documents</h2>");
        assertThat(text(pdf(document)).replaceAll("\\s+", " "))
                .contains(
                        "Bury Council Adapts the DPIA",
                        "Wigan Council Adopts the DPIA",
                        "Bolton Council Policy of Bolton 1 June 2027",
                        "Bury Council Policy of Bury 2 June 2027");
    }

    @Test
    void saysNothingOfPositionsBeforeItIsPublished() {
        assertThat(article(document(draft(), null))).doesNotContain("Adapts the DPIA", "Policy of Bolton");
    }

    @Test
    void takesNothingTypedForMarkup() {
        assertThat(article(document(draft().withPurpose("<script>alert(1)</script>"), null)))
                .doesNotContain("<script>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void hasATitleALanguageAndBookmarks() throws Exception {
        try (var pdf = Loader.loadPDF(pdf(document(draft(), null)))) {
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo("Information sharing agreement: Children who move");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentCatalog().getDocumentOutline().children())
                    .extracting(item -> item.getTitle())
                    .startsWith("Summary for decision-makers", "Contents", "1. Parties")
                    .endsWith("Annex E: How to check this document");
        }
    }

    private static List<PartyBlock> parties() {
        return Stream.concat(
                        Stream.of(
                                party("Bolton Council", "", "", "Policy of Bolton", "1 June 2027"),
                                new PartyBlock(
                                        "Bury Council",
                                        "Adapts the DPIA",
                                        adapting(
                                                "Bury Council",
                                                "We keep letters for one year only.\n\n- in paper\n- in the case file"),
                                        "Policy of Bury",
                                        "2 June 2027",
                                        List.of(List.of(
                                                "Access ends in March.", "IG officer, Bury Council", "1 March 2027")),
                                        "Bury Council signed version 1.0 on 1 condition that its signature on version 1.1"
                                                + " does not set any more."),
                                party("Wigan Council", "Adopts the DPIA", "", "", "")),
                        IntStream.rangeClosed(1, 26)
                                .mapToObj(number ->
                                        party("Trust " + number, "Adapts the DPIA", "In paper only.", "", "")))
                .toList();
    }

    private static PartyBlock party(
            String name, String position, String adaptation, String policyDocument, String policyReview) {
        return new PartyBlock(name, position, adapting(name, adaptation), policyDocument, policyReview, List.of(), "");
    }

    private static List<Fact> adapting(String party, String words) {
        return new FactList()
                .add("adaptation", "How " + party + " adapts the DPIA", words)
                .facts();
    }

    private static List<SignatureBlock> signatures() {
        return List.of(
                new SignatureBlock(
                        "Bury Council",
                        new FactList()
                                .add("decision", "Decision", "Signed with conditions")
                                .add("signed-by", "Signed by", "Sam Signatory")
                                .add("role", "Role", "Senior Information Risk Owner")
                                .add("moment", "Date and time", "1 August 2026 at 10:00")
                                .facts()),
                SignatureBlock.notNeeded("Wigan Council"));
    }

    static Agreement published() {
        var content = CanonicalContent.of(draft().content("1.1"));
        var version = new AgreementVersion(REFERENCE, 1, content, Instant.EPOCH);
        return new Agreement(
                version, "Bolton Council", ProjectFixture.arrangements(), Instant.EPOCH, LocalDate.of(2026, 8, 20));
    }

    static Document document(DraftFixture draft, @Nullable Agreement agreement) {
        return document(framed(draft), agreement);
    }

    static AgreementContent framed(DraftFixture draft) {
        var content = draft.content("1.1");
        return content.within(Frame.around(content, LocalDate.of(2026, 7, 1), SERVICE));
    }

    static Document document(AgreementContent content, @Nullable Agreement agreement) {
        return new Presentation(
                        content,
                        CanonicalContent.of(content).digest(),
                        agreement,
                        agreement == null ? List.of() : signatures(),
                        agreement == null ? List.of() : parties(),
                        SERVICE)
                .document();
    }
}
