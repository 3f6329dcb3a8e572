package gm.sharing.directory;

import gm.sharing.Problem;
import gm.sharing.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * A page that asks something of an organisation.
 *
 * @param organisation its name, or the title of the project that asks for one; null for one that is to be added
 * @param hint what to know before; null for nothing
 * @param action where it is sent
 * @param back where it leads when nothing is to be changed
 * @param version of the organisation as it is shown; null for one that is to be added
 * @param submit the words on its button
 * @param removable whether what it asks about can be taken out
 */
record FormPage(
        @Nullable String organisation,
        String heading,
        @Nullable String hint,
        String action,
        String back,
        @Nullable Long version,
        String submit,
        boolean removable) {

    private static final String TEMPLATE = "directory/change";

    /** Whether it leads back to a project: it has a name, and no version that an organisation would have. */
    public boolean isOfProject() {
        return organisation != null && version == null;
    }

    String shown(List<Field> fields, List<Problem> problems, Model model) {
        model.addAttribute("form", this);
        model.addAttribute("fields", fields);
        model.addAttribute(
                "problems",
                problems.stream().map(problem -> at(fields, problem)).toList());
        return TEMPLATE;
    }

    /** What is wrong with a day leads to the first of its numbers. */
    private static Problem at(List<Field> fields, Problem problem) {
        return fields.stream()
                        .anyMatch(field -> field.key().equals(problem.field())
                                && field.kind().equals(Fact.Kind.DAY.name()))
                ? new Problem(problem.field() + "Day", problem.message())
                : problem;
    }

    static List<Problem> problems(Refused refused, List<? extends Asked> asked) {
        return Problem.in(refused, asked.get(0).key(), key -> asked.stream()
                .filter(fact -> fact.key().equals(key))
                .map(Asked::label)
                .findFirst()
                .orElse(null));
    }
}
