package gm.sharing.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import gm.sharing.project.PartyBasis;
import java.util.List;
import java.util.Objects;

/**
 * Which law allows a flow, as data that others can read: every party with its regime and basis.
 *
 * @param flow the item of the section that describes the flow
 * @param title for example "Flow from Bolton Council to Wigan Council"
 * @param parties one for each party and end
 * @param power the laws that allow the parties to share, in words, one a line
 * @param powerCodes the codes of those that the table holds; empty in versions of before
 * @param policyDocument with its review; empty when none is needed
 * @param confidentiality what lifts the common law duty; empty when nothing confidential flows
 * @param optOut how the national data opt-out applies; empty when it does not arise
 */
public record FlowLaw(
        String flow,
        String title,
        List<PartyLaw> parties,
        String power,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> powerCodes,
        String policyDocument,
        String confidentiality,
        String optOut) {

    public FlowLaw {
        parties = List.copyOf(parties);
        powerCodes = List.copyOf(Objects.requireNonNullElse(powerCodes, List.<String>of()));
    }

    /**
     * What one party relies on.
     *
     * @param organisation its code
     * @param basis of Article 6, in the words of its table when this was drafted; empty of those who need none
     * @param basisCode the code of the same; empty in versions of before
     * @param conditionCodes the codes of the conditions, in their order; empty in versions of before
     */
    public record PartyLaw(
            String organisation,
            String name,
            PartyBasis.End end,
            PartyBasis.Regime regime,
            String basis,
            List<String> conditions,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String basisCode,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> conditionCodes) {

        public PartyLaw {
            conditions = List.copyOf(conditions);
            basisCode = Objects.requireNonNullElse(basisCode, "");
            conditionCodes = List.copyOf(Objects.requireNonNullElse(conditionCodes, List.<String>of()));
        }
    }
}
