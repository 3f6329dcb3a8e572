package gm.sharing.workflow.form;

import gm.sharing.organisation.Person;
import java.util.Map;
import java.util.Set;

/**
 * Something that a person may do in several forms instead of what each of them is for. It is chosen by the answer to a
 * field, and its own fields are then the only ones that count.
 *
 * @param <A> as in {@link FormHandler}
 */
public interface FormAlternative<A extends Record> {

    /** The ids of the forms that offer it. */
    Set<String> forms();

    /** The key of the field by which it is chosen. */
    String field();

    /** The answer to that field by which it is chosen. */
    String answer();

    Class<A> answers();

    /**
     * Takes checked answers to the record.
     *
     * @param form the id of the form that was handed in
     * @return routing answers for the process, and nothing else
     * @throws gm.sharing.Refused as in {@link FormHandler}
     */
    Map<String, Object> accept(String form, A answers, FormTask task, Person by);

    /** As in {@link FormHandler}. */
    default Set<String> ofItsWay() {
        return Set.of();
    }
}
