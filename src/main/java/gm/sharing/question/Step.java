package gm.sharing.question;

import gm.sharing.organisation.OrganisationCode;
import org.jspecify.annotations.Nullable;

/**
 * Where a form was answered.
 *
 * @param subject whom the answers are about, such as a partner; null when that is the project
 * @param element the id of the user task in its model, as it is called now; null for the form that begins a process
 * @param task which of its tasks; null for the form that begins a process
 * @param run the process, where several of its kind may run on the project, as {@link RunPath} writes it; null for the project's
 *     own journey
 */
public record Step(
        @Nullable OrganisationCode subject, @Nullable String element, @Nullable String task, @Nullable String run) {

    /** The form that begins the project's own journey. */
    public static final Step START = new Step(null, null, null);

    /** In the project's own journey. */
    public Step(@Nullable OrganisationCode subject, @Nullable String element, @Nullable String task) {
        this(subject, element, task, null);
    }

    /**
     * The form that begins a process.
     *
     * @param run as it is called from now on; null for the project's own journey
     */
    public static Step start(@Nullable String run) {
        return new Step(null, null, null, run);
    }

    /** The code of whom the answers are about; empty for the project. */
    String about() {
        return subject == null ? "" : subject.value();
    }
}
