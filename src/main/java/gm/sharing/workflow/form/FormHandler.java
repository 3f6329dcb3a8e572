package gm.sharing.workflow.form;

import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the form of a user task meets the record. There is one bean for each form; models carry no plumbing.
 *
 * @param <A> a record with one component for each field of the form, named by the field's key, and with Jakarta
 *     Validation constraints where a rule holds whatever the form says. An empty field arrives as null, a list as a
 *     list (never null).
 */
public interface FormHandler<A extends Record> {

    /** The id of the form. */
    String form();

    /** The ids of the processes whose tasks may show it: only there has the record what it needs. */
    Set<String> processes();

    Class<A> answers();

    /**
     * What the form shows, by name: prefilled fields, texts, options. Strings, numbers and booleans stay as they are,
     * dates become {@code yyyy-MM-dd}, everything else becomes Json. Called whenever somebody opens the form or chose
     * one of the options, so it changes nothing.
     */
    Map<String, Object> load(FormTask task);

    /**
     * Takes checked answers to the record.
     *
     * @return routing answers for the process, and nothing else; may be empty
     * @throws gm.sharing.Refused when a rule of the record forbids it; the message is shown to the person and what
     *     they typed stays in the form
     */
    Map<String, Object> accept(A answers, FormTask task, Person by);

    /** Whether it can be answered for several partners at once, in the field {@code alsoFor}. */
    default boolean forSeveral() {
        return false;
    }

    /** By code, the tasks of other partners that whoever is signed in may do with the same answers. */
    default Map<String, String> alike(FormTask task) {
        return Map.of();
    }

    /**
     * The routing answers that lead on the way on which the task stands. Beside other ways, between parallel gateways, each way
     * keeps its own.
     */
    default Set<String> ofItsWay() {
        return Set.of();
    }

    /**
     * Who did this last and when, for somebody who did the same at the same time: "by Lena Lead on 4 May 2026 at 10:00".
     * Empty when the record does not say.
     */
    default Optional<String> doneBy(ProjectReference reference) {
        return Optional.empty();
    }
}
