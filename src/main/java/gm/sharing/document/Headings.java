package gm.sharing.document;

import gm.sharing.wording.Words;

/**
 * The words that every document has besides its own, so that a document of before keeps those it was read with.
 *
 * @param about names the table about the document itself
 * @param summary heads the summary
 * @param brief names the table of the summary
 * @param contents heads the list of contents
 * @param organisation heads the first column where each row is an organisation
 * @param annex before an annex's letter
 */
public record Headings(String about, String summary, String brief, String contents, String organisation, String annex) {

    /** Those of new documents. */
    public static Headings now() {
        Words words = Words.in("document/headings");
        return new Headings(
                words.text("about"),
                words.text("summary"),
                words.text("brief"),
                words.text("contents"),
                words.text("organisation"),
                words.text("annex"));
    }
}
