package gm.sharing.question;

import gm.sharing.organisation.OrganisationCode;
import org.jspecify.annotations.Nullable;

/**
 * Where a form was answered.
 *
 * @param subject whom the answers are about, such as a partner; null when that is the project
 * @param element the id of the user task in its model; null for the form that begins a process
 * @param task which of its tasks; null for the form that begins a process
 */
public record Step(@Nullable OrganisationCode subject, @Nullable String element, @Nullable String task) {

    /** The form that begins a process. */
    public static final Step START = new Step(null, null, null);

    /** The code of whom the answers are about; empty for the project. */
    String about() {
        return subject == null ? "" : subject.value();
    }
}
