package gm.sharing.project;

import com.fasterxml.jackson.annotation.JsonValue;
import gm.sharing.code.Coded;
import gm.sharing.organisation.OrganisationCode;
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
    public enum End implements Coded {
        SHARES("Shares"),
        RECEIVES("Receives");

        private final String label;

        End(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Under which law the party handles the information. */
    public enum Regime {
        UK_GDPR("uk-gdpr", "UK GDPR"),
        PART_3("dpa-2018-part-3", "Data Protection Act 2018, Part 3 (law enforcement)"),
        /** It needs no basis of its own (UK GDPR, Article 28). */
        PROCESSOR("processor", "Processor, on a controller’s instructions");

        private final String code;
        private final String label;

        Regime(String code, String label) {
            this.code = code;
            this.label = label;
        }

        @JsonValue
        public String code() {
            return code;
        }

        public String label() {
            return label;
        }
    }
}
