package gm.sharing.handbook;

import org.jspecify.annotations.Nullable;

/**
 * A part of a form: one of the three.
 *
 * @param heading of a group of questions
 * @param text in Markdown, without what is filled in for each project
 */
public record FormPart(@Nullable String heading, @Nullable String text, @Nullable FormQuestion question) {

    public static FormPart heading(String heading) {
        return new FormPart(heading, null, null);
    }

    public static FormPart text(String text) {
        return new FormPart(null, text, null);
    }

    public static FormPart question(FormQuestion question) {
        return new FormPart(null, null, question);
    }
}
