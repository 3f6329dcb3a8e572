package gm.sharing.project;

import com.fasterxml.jackson.annotation.JsonValue;
import gm.sharing.code.Coded;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one party relies on at one end of a flow: the regime belongs to the party, not to the flow.
 *
 * @param basis a code of Article 6; null of those under Part 3 and of processors
 * @param conditions codes for special category, criminal offence or sensitive processing; empty when none was named
 */
public record PartyBasis(
        OrganisationCode party, End end, Regime regime, @Nullable String basis, List<String> conditions) {

    public PartyBasis {
        conditions = List.copyOf(conditions);
    }

    /** At which end of the flow the party stands. */
    @WordsIn("project/names")
    public enum End implements Coded, Worded {
        SHARES,
        RECEIVES
    }

    /** Under which law the party handles the information. */
    @WordsIn("project/names")
    public enum Regime implements Worded {
        UK_GDPR("uk-gdpr"),
        PART_3("dpa-2018-part-3"),
        /** It needs no basis of its own (UK GDPR, Article 28). */
        PROCESSOR("processor");

        private final String code;

        Regime(String code) {
            this.code = code;
        }

        @JsonValue
        public String code() {
            return code;
        }
    }
}
