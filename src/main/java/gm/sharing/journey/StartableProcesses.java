package gm.sharing.journey;

import gm.sharing.organisation.Person;
import java.util.List;

/** The processes that people start on a project beside what the project itself goes through. */
public interface StartableProcesses {

    /** Those that the person may start, in alphabetical order of their names. */
    List<Startable> of(Person person);

    /**
     * One of them.
     *
     * @param key the id of the model, which is the end of the address of its form
     */
    record Startable(String key, String name) {}
}
