package gm.sharing.work;

import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import java.util.Collection;

/** Whose tasks are in a list. */
public sealed interface Whose {

    /**
     * Those that the person has, those that nobody has and the person may take, and those of projects in an office of the person
     * that somebody has taken who is away.
     *
     * @param away those whose place the person takes today
     */
    record Own(Person person, Collection<String> away) implements Whose {}

    /** Those of these projects, unless the person has them. */
    record OfProjects(Collection<ProjectReference> projects, Person person) implements Whose {}

    /** Those of the person's offices that somebody else has taken. */
    record OfColleagues(Person person) implements Whose {}
}
