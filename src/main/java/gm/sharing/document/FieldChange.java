package gm.sharing.document;

import java.util.List;

/**
 * A question whose answer differs between two versions of a document.
 *
 * @param part key of the chapter in which it is asked
 * @param chapter its title
 * @param question as the document names it
 * @param before empty when it was not answered
 * @param now empty when it is not answered any more
 */
public record FieldChange(String part, String chapter, String question, String before, String now) {

    /** Whether there is an answer in one of the versions only. */
    public boolean oneSided() {
        return before.isBlank() || now.isBlank();
    }

    /** Both answers in one text, word by word. */
    public List<Piece> pieces() {
        return WordDifference.between(before, now);
    }
}
