package gm.sharing.journey;

import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as somebody passes it to a colleague.
 *
 * @param name as the model names it
 * @param with the name of whoever has taken it or was given it, or null
 * @param colleagues those of the same organisation who hold the role today and may decide in this project, by name; not the
 *     one who has the task
 */
public record PassableTask(
        String id, String name, ProjectReference reference, @Nullable String with, List<Person> colleagues) {}
