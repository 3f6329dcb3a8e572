package gm.sharing.journey;

import gm.sharing.organisation.Person;
import java.util.List;

/** The processes that people start on a project beside what the project itself goes through. */
public interface StartableProcesses {

    /** The names of those that the person may start, in alphabetical order. */
    List<String> of(Person person);
}
