package gm.sharing.signoff;

import gm.sharing.Dates;
import gm.sharing.wording.Words;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Map;

/**
 * The standing mandate under which an officer decided for a partner, as it was at that moment.
 *
 * @param id its number in the record of the organisation
 * @param giver the name of the signatory who gave it
 * @param post what they were in the organisation
 * @param kinds of change that it covers, in words
 */
@Embeddable
public record UnderMandate(
        @Column(name = "mandate") Long id,
        @Column(name = "mandate_giver") String giver,
        @Column(name = "mandate_post") String post,
        @Column(name = "mandate_given_on") LocalDate givenOn,
        @Column(name = "mandate_last_day") LocalDate lastDay,
        @Column(name = "mandate_kinds") String kinds) {

    private static final Words WORDS = Words.in("sign-off/mandate");

    /** Who gave it, when and for what, in a sentence. */
    public String words() {
        return WORDS.text("under", told());
    }

    /** The same for sentences that say more. */
    public Map<String, Object> told() {
        return Map.of(
                "giver", giver, "post", post, "day", Dates.day(givenOn), "last", Dates.day(lastDay), "kinds", kinds);
    }
}
