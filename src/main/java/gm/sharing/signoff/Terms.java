package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import gm.sharing.project.Owners;
import gm.sharing.project.Projects;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Takes conditions as they are asked for: somebody who can sees to each, by a day that has not passed. */
@Component
class Terms {

    private final Projects projects;
    private final Owners owners;
    private final Clock clock;

    Terms(Projects projects, Owners owners, Clock clock) {
        this.projects = projects;
        this.owners = owners;
        this.clock = clock;
    }

    /**
     * The conditions as they are kept, in the same order.
     *
     * @throws Refused when somebody else than the lead, the lead organisation or the partner is the owner of one, or its day has passed
     */
    List<StatedCondition> of(List<Condition> conditions, SignOffId id) {
        if (conditions.isEmpty()) {
            return List.of();
        }
        List<String> known = owners.forPartner(id.partner(), projects.headline(id.reference()));
        LocalDate today = LocalDate.now(clock);
        return IntStream.range(0, conditions.size())
                .mapToObj(row -> of(conditions.get(row), row, known, today))
                .toList();
    }

    private StatedCondition of(Condition condition, int row, List<String> known, LocalDate today) {
        if (!known.contains(condition.owner())) {
            throw Complaint.inRow(
                            "conditions",
                            row,
                            "owner",
                            "choose from the list. What another partner has to do is the lead’s responsibility.")
                    .refusal();
        }
        if (condition.due().isBefore(today)) {
            throw Complaint.inRow("conditions", row, "due", "the date has passed. Give a later one.")
                    .refusal();
        }
        return StatedCondition.of(condition, owners.nameOf(condition.owner()));
    }
}
