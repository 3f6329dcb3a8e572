package gm.sharing.document;

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

    /** Those of this release. */
    public static final Headings NOW = new Headings(
            "About this document", "Summary for decision-makers", "In brief", "Contents", "Organisation", "Annex");
}
