package gm.sharing.journey;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time that partners have to decide, and what they asked the lead, as far as one person may read it.
 *
 * @param rule how long they have and what happens when they are late, in a sentence; null when nobody is asked any more
 * @param running the reviews that are open, those that were waited for longest first
 * @param questions of all rounds, newest first
 */
record PartnersTime(@Nullable String rule, List<Running> running, List<Asked> questions) {

    static final PartnersTime NONE = new PartnersTime(null, List.of(), List.of());

    /**
     * An open review.
     *
     * @param code of the partner
     * @param waited how many working days ended since it was asked, without those in which the clock stood still
     * @param due in words
     * @param board when the Information Board is asked or was asked, in words, or null
     * @param standsSince since when the clock stands still, in words, or null
     * @param moreTime whether the person may give the partner more time
     */
    record Running(
            String partner,
            String code,
            int waited,
            String due,
            boolean overdue,
            @Nullable String board,
            @Nullable String standsSince,
            boolean moreTime) {}

    /**
     * A question.
     *
     * @param asked by whom and when, in words
     * @param answered by whom and when, in words, or null while it waits
     */
    record Asked(String partner, String asked, String question, @Nullable String answered, @Nullable String answer) {}
}
