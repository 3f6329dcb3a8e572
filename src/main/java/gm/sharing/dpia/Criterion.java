package gm.sharing.dpia;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * A criterion that the project meets.
 *
 * @param words in which its list names it
 * @param because what led to it
 */
@Embeddable
public record Criterion(
        @Enumerated(EnumType.STRING) CriteriaList list,
        String words,
        @Column(columnDefinition = "text") String because) {

    /** The criterion and what led to it. */
    public String inWords() {
        return words + ". " + because;
    }

    /** Whether it is this criterion, whatever led to it. */
    boolean isSameAs(Criterion other) {
        return list == other.list && words.equals(other.words);
    }
}
