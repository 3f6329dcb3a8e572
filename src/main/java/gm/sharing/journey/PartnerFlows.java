package gm.sharing.journey;

import gm.sharing.agreement.AgreementVersion;
import gm.sharing.agreement.OwnFlows;
import java.util.Comparator;
import java.util.List;

/**
 * What comes to an organisation of the person and goes from it, as the newest version says that the person may read.
 *
 * @param organisation its name
 */
record PartnerFlows(String organisation, List<OwnFlows.Row> receives, List<OwnFlows.Row> gives) {

    /** Whoever acts for more of them reads it in the agreement. */
    private static final int FEW = 3;

    /**
     * In the order of the names; none for those who take part for many.
     *
     * @param readable the versions that the person may read, newest first
     */
    static List<PartnerFlows> of(ProjectAccess access, List<AgreementVersion> readable) {
        if (readable.isEmpty() || access.own().size() > FEW) {
            return List.of();
        }
        return access.own().stream()
                .map(organisation -> new OwnFlows(readable.get(0).content(), organisation))
                .map(flows -> new PartnerFlows(flows.name(), flows.receives(), flows.gives()))
                .sorted(Comparator.comparing(PartnerFlows::organisation))
                .toList();
    }
}
