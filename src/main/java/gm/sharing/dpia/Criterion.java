package gm.sharing.dpia;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Locale;

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

    /** The criterion and what led to it, where that says more. */
    public String inWords() {
        return isExplained() ? words + ". " + because : words + ".";
    }

    /** Whether what led to it says anything that its own words do not say already. */
    public boolean isExplained() {
        var reason = because.strip().toLowerCase(Locale.UK);
        var sentence = reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
        return !words.toLowerCase(Locale.UK).contains(sentence);
    }

    /** Whether it is this criterion, whatever led to it. */
    boolean isSameAs(Criterion other) {
        return list == other.list && words.equals(other.words);
    }
}
