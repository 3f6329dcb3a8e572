package gm.sharing.signoff;

import gm.sharing.organisation.OrganisationCode;
import java.util.List;

/** Whom a round asks and whose signature stands, each with the reason. */
public record RoundPlan(List<Asked> asked, List<StandingSignature> standing) {

    public RoundPlan {
        asked = List.copyOf(asked);
        standing = List.copyOf(standing);
    }

    /**
     * A partner that is asked.
     *
     * @param because why, as people read it
     * @param signatories how many people sign for it
     */
    public record Asked(OrganisationCode partner, String because, int signatories) {}

    /** Whoever is asked; may be empty when all signatures stand. */
    public List<OrganisationCode> partners() {
        return asked.stream().map(Asked::partner).toList();
    }
}
