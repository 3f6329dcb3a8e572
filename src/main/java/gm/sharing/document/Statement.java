package gm.sharing.document;

import org.jspecify.annotations.Nullable;

/**
 * The smallest piece of a content that is compared.
 *
 * @param text as people read it
 * @param fact the named answer that it is; null when it is a line or a row
 */
record Statement(String text, @Nullable Fact fact) {

    /** Whether it says the same, though its question may be called otherwise. */
    boolean saysTheSameAs(Statement other) {
        return (fact != null && other.fact != null) ? fact.saysTheSameAs(other.fact) : text.equals(other.text);
    }
}
