package gm.sharing.standing;

import gm.sharing.Dates;
import gm.sharing.wording.Words;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a table said something.
 *
 * @param table its id
 * @param number counted by the engine from 1, as often as the table was deployed
 * @param tag the version that its owner wrote into it
 */
@Embeddable
public record TableVersion(
        @Column(name = "decision_table") String table,
        @Column(name = "table_number") int number,
        @Column(name = "table_tag") @Nullable String tag,
        @Column(name = "table_deployed_at") Instant deployedAt) {

    private static final Words WORDS = Words.in("standing/told");

    /** For people: “version 1.2 of the conditions, in force since 29 November 2026, 10:00”. */
    public String inWords() {
        return WORDS.text("version", Map.of("version", tag == null ? number : tag, "moment", Dates.moment(deployedAt)));
    }
}
