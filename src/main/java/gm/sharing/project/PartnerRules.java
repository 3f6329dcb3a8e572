package gm.sharing.project;

import static java.util.stream.Collectors.joining;

import gm.sharing.Refused;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/** Who may be a partner, and what a list of partners needs. */
final class PartnerRules {

    private final Function<OrganisationCode, Organisation> directory;

    /**
     * @param directory refuses a code that it does not know
     */
    PartnerRules(Function<OrganisationCode, Organisation> directory) {
        this.directory = directory;
    }

    void check(PartnerList list) {
        list.organisations().forEach(this::mustBeAbleToSign);
        mustBeEnough(list.partners());
        if (list.jointControllers()) {
            mayDecideTogether(list);
        }
    }

    private void mayDecideTogether(PartnerList list) {
        if (new HashSet<>(list.joint()).size() < 2) {
            throw Refused.of(
                    "decideTogether",
                    "joint controllers are at least two organisations that are not processors. Name those that"
                            + " decide together, or answer that no controllers do.");
        }
        List<OrganisationCode> cannot = list.joint().stream()
                .filter(organisation -> !list.organisations().contains(organisation)
                        || list.processors().contains(organisation))
                .toList();
        if (!cannot.isEmpty()) {
            throw Refused.of(
                    "decideTogether",
                    "%s cannot be a joint controller: only a provider or recipient that is not a processor can."
                            .formatted(cannot.stream().map(this::nameOf).collect(joining(", "))));
        }
    }

    /** Whoever remains must still be able to share. */
    static void mustBeEnough(List<Partner> partners) {
        if (partners.size() < 2) {
            throw new Refused("Sharing needs at least two organisations.");
        }
        if (controllers(partners) == 0) {
            throw new Refused("Every partner is named as a processor. At least one of them must be a controller, which"
                    + " decides why and how the information is used.");
        }
    }

    private void mustBeAbleToSign(OrganisationCode code) {
        Organisation organisation = directory.apply(code);
        if (!organisation.isLegalEntity()) {
            throw new Refused("%s is a partnership and cannot sign an agreement. Choose its members instead: %s."
                    .formatted(
                            organisation.name(),
                            organisation.members().stream().map(this::nameOf).collect(joining(", "))));
        }
    }

    private static long controllers(List<Partner> partners) {
        return partners.stream()
                .filter(partner -> partner.role() != PartyRole.PROCESSOR)
                .count();
    }

    private String nameOf(OrganisationCode code) {
        return directory.apply(code).name();
    }
}
