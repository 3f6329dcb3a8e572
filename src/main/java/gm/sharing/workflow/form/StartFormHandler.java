package gm.sharing.workflow.form;

import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import java.util.Map;
import java.util.Set;

/**
 * How the start form of a process meets the record.
 *
 * @param <A> see {@link FormHandler}
 */
public interface StartFormHandler<A extends Record> {

    /** The id of the form. */
    String form();

    /** The ids of the processes that may begin with it: only there has the record what it needs. */
    Set<String> processes();

    Class<A> answers();

    /** Takes checked answers to the record; refuses as {@link FormHandler#accept} does. */
    Started accept(A answers, Person by);

    /**
     * What the new process instance starts with.
     *
     * @param reference becomes its business key
     * @param variables identifiers and routing answers
     */
    record Started(ProjectReference reference, Map<String, Object> variables) {}
}
