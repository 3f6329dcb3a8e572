package gm.sharing.workflow.step;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A running process, seen from the step at which it stands. */
public interface Instance {

    /** The engine's id of it. */
    String id();

    /** The project that it runs for. */
    ProjectReference reference();

    /** A variable as the step sees it; null when it is not set. */
    @Nullable Object variable(String name);

    /** Sets a variable where the step finds it, or for the whole process when there is none yet. */
    void set(String name, @Nullable Object value);

    /** Sets variables for the whole process. */
    void setForAll(Map<String, ?> variables);

    /** Sets a variable for the whole process. */
    void setForAll(String name, @Nullable Object value);

    /** Forgets a value wherever in the process it is this one, on whichever way it was given. */
    void forget(String name, String value);

    /** A variable without which the step cannot do its work. */
    default Object needed(String name) {
        Object value = variable(name);
        if (value == null) {
            throw new IllegalStateException("The process of " + reference() + " needs the variable " + name);
        }
        return value;
    }

    /** A text that has to be there. */
    default String text(String name) {
        return needed(name).toString();
    }

    /** A number that has to be there. */
    default int number(String name) {
        return ((Number) needed(name)).intValue();
    }

    /** A moment that has to be there. */
    default Date moment(String name) {
        return (Date) needed(name);
    }

    /** An organisation that has to be named. */
    default OrganisationCode organisation(String name) {
        return new OrganisationCode(text(name));
    }

    /** The partner whose sign-off it is. */
    default OrganisationCode partner() {
        return organisation("partner");
    }

    /** The round of sign-off that is open, or that it belongs to. */
    default int round() {
        return number("round");
    }
}
