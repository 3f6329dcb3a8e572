package gm.sharing.signoff;

import gm.sharing.Refused;
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
                .mapToObj(row -> of(conditions.get(row), "Conditions, row " + (row + 1), known, today))
                .toList();
    }

    private StatedCondition of(Condition condition, String row, List<String> known, LocalDate today) {
        if (!known.contains(condition.owner())) {
            throw new Refused(
                    row
                            + ", Who is responsible?: choose from the list. What another partner has to do is the lead's responsibility.");
        }
        if (condition.due().isBefore(today)) {
            throw new Refused(row + ", By when?: the date has passed. Give a later one.");
        }
        return StatedCondition.of(condition, owners.nameOf(condition.owner()));
    }
}
