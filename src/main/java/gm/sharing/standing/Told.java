package gm.sharing.standing;

import java.util.List;

/**
 * What a table of standing conditions says of an agreement.
 *
 * @param conditions in the order of the table
 */
public record Told(TableVersion version, List<ToldCondition> conditions) {

    public Told {
        conditions = List.copyOf(conditions);
    }

    /** How many conditions have this answer. */
    int count(StandingAnswer answer) {
        return (int) conditions.stream()
                .filter(condition -> condition.answer() == answer)
                .count();
    }
}
