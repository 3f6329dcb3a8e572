package gm.sharing.workflow.form;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import gm.sharing.question.Step;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The user task that a form belongs to.
 *
 * @param id the engine's id of the task
 * @param key the id of the task's element in the model
 * @param name what the task is called
 * @param about the business key: the reference of the project, or the code of the organisation
 * @param variables the identifiers and routing answers of the process instance
 * @param candidates the groups that the model gives the task to; read when they are asked for
 */
public record FormTask(
        String id,
        String key,
        String name,
        String about,
        Map<String, Object> variables,
        Supplier<Set<String>> candidates) {

    /**
     * The project.
     *
     * @throws gm.sharing.Refused when the process is about none
     */
    public ProjectReference reference() {
        return new ProjectReference(about);
    }

    /** Whether the process is about a project. */
    boolean isOfProject() {
        return ProjectReference.isOne(about);
    }

    /** The partner whose sign-off this task belongs to; only in {@code partner-sign-off}. */
    public OrganisationCode partner() {
        return new OrganisationCode(text("partner"));
    }

    /** The partner that the process is about; empty when it is about the project. */
    public Optional<OrganisationCode> aboutPartner() {
        return variables.get("partner") instanceof String partner
                ? Optional.of(new OrganisationCode(partner))
                : Optional.empty();
    }

    /**
     * Where the task's form is answered.
     *
     * @param task which of its tasks; null when that does not matter
     * @param run the process, where several of its kind may run; null for the project's own journey
     */
    Step step(String form, @Nullable String task, @Nullable String run) {
        return new Step(aboutPartner().orElse(null), FormerTaskIds.now(form, key), task, run);
    }

    /** The round of sign-off that this task belongs to; only in {@code partner-sign-off}. */
    public int round() {
        return ((Number) value("round")).intValue();
    }

    public String text(String variable) {
        return value(variable).toString();
    }

    private Object value(String variable) {
        Object value = variables.get(variable);
        if (value == null) {
            throw new IllegalStateException("Task " + key + " needs the process variable " + variable);
        }
        return value;
    }
}
