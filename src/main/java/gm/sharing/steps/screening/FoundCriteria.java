package gm.sharing.steps.screening;

import gm.sharing.dpia.CriteriaList;
import gm.sharing.dpia.Criterion;
import java.util.List;
import java.util.Set;

/**
 * The criteria of high risk that a project meets.
 *
 * @param all each once, with everything that led to it, in the order of the lists
 * @param counting those of them that count for the need of a DPIA; the others repeat what another one says
 */
public record FoundCriteria(List<Criterion> all, Set<Criterion> counting) {

    int count(CriteriaList list) {
        return (int)
                counting.stream().filter(criterion -> criterion.list() == list).count();
    }
}
