package gm.sharing.agreement;

import gm.sharing.project.PartyBasis;
import java.util.List;

/**
 * Which law allows a flow, as data that others can read: every party with its regime and basis.
 *
 * @param flow the item of the section that describes the flow
 * @param title for example "Flow from Bolton Council to Wigan Council"
 * @param parties one for each party and end
 * @param power the law that allows the parties to share
 * @param policyDocument with its review; empty when none is needed
 * @param confidentiality what lifts the common law duty; empty when nothing confidential flows
 * @param optOut how the national data opt-out applies; empty when it does not arise
 */
public record FlowLaw(
        String flow,
        String title,
        List<PartyLaw> parties,
        String power,
        String policyDocument,
        String confidentiality,
        String optOut) {

    public FlowLaw {
        parties = List.copyOf(parties);
    }

    /**
     * What one party relies on.
     *
     * @param organisation its code
     * @param basis of Article 6, in the form's words; empty of those who need none
     */
    public record PartyLaw(
            String organisation,
            String name,
            PartyBasis.End end,
            PartyBasis.Regime regime,
            String basis,
            List<String> conditions) {

        public PartyLaw {
            conditions = List.copyOf(conditions);
        }
    }
}
