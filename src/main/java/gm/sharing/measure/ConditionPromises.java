package gm.sharing.measure;

import gm.sharing.organisation.Directory;
import gm.sharing.project.Owners;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffs;
import gm.sharing.signoff.StatedCondition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Reads what a project promises by the conditions of the signatures that stand. */
@Component
class ConditionPromises {

    private final SignOffs signOffs;
    private final Projects projects;
    private final Owners owners;
    private final Directory directory;

    ConditionPromises(SignOffs signOffs, Projects projects, Owners owners, Directory directory) {
        this.signOffs = signOffs;
        this.projects = projects;
        this.owners = owners;
        this.directory = directory;
    }

    /** Conditions without a date, of a time when they were one text, cannot be followed up and are left out. */
    List<Promise> of(ProjectReference reference) {
        List<String> known = owners.of(projects.get(reference));
        List<Promise> promises = new ArrayList<>();
        for (SignOff signOff : signOffs.standing(reference)) {
            List<StatedCondition> conditions = signOff.conditions();
            for (int i = 0; i < conditions.size(); i++) {
                LocalDate due = conditions.get(i).due();
                if (due != null) {
                    promises.add(promise(signOff, i + 1, conditions.get(i), due, known));
                }
            }
        }
        return promises;
    }

    /** An owner who has left the project since cannot see to it any more, so the lead is asked. */
    private Promise promise(SignOff signOff, int number, StatedCondition condition, LocalDate due, List<String> known) {
        String owner = known.contains(condition.owner()) ? Objects.requireNonNull(condition.owner()) : Owners.LEAD;
        return new Promise(
                Origin.ofCondition(signOff.partner(), directory.nameOf(signOff.partner()), number),
                condition.text(),
                owner,
                owners.nameOf(owner),
                due);
    }
}
