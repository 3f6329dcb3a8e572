package gm.sharing.project;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import gm.sharing.organisation.OrganisationCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part: the answers of the form name-partners.
 *
 * @param processors act on a controller's instructions only; one that is not named as provider or recipient receives
 * @param jointControllers whether any of the controllers decide together why and how the information is used
 * @param decideTogether those who do; the other controllers decide each for itself
 */
@NeededBy("the list of partners")
public record PartnerList(
        @NotEmpty List<OrganisationCode> providers,
        @NotEmpty List<OrganisationCode> recipients,
        List<OrganisationCode> processors,
        @NotNull Boolean jointControllers,
        @Nullable List<OrganisationCode> decideTogether,
        @Size(max = Texts.LONG) @Nullable String otherOrganisations,
        @NotBlank @Size(max = Texts.LONG) String joiningAndLeaving) {

    /** Of controllers of which all decide together, or none. */
    public PartnerList(
            List<OrganisationCode> providers,
            List<OrganisationCode> recipients,
            List<OrganisationCode> processors,
            boolean together,
            @Nullable String otherOrganisations,
            String joiningAndLeaving) {
        this(
                providers,
                recipients,
                processors,
                together,
                together
                        ? Stream.concat(providers.stream(), recipients.stream())
                                .distinct()
                                .filter(organisation -> !processors.contains(organisation))
                                .toList()
                        : List.of(),
                otherOrganisations,
                joiningAndLeaving);
    }

    /** The joint controllers; empty when nobody decides together. */
    List<OrganisationCode> joint() {
        return jointControllers && decideTogether != null ? decideTogether : List.of();
    }

    /** Everybody named, each once, in the order of naming. */
    Set<OrganisationCode> organisations() {
        Set<OrganisationCode> all = new LinkedHashSet<>(providers);
        all.addAll(recipients);
        all.addAll(processors);
        return all;
    }

    List<Partner> partners() {
        return organisations().stream()
                .map(organisation -> {
                    boolean provides = providers.contains(organisation);
                    boolean receives = recipients.contains(organisation) || !provides;
                    return new Partner(organisation, Part.of(provides, receives), role(organisation));
                })
                .toList();
    }

    private PartyRole role(OrganisationCode organisation) {
        if (processors.contains(organisation)) {
            return PartyRole.PROCESSOR;
        }
        return joint().contains(organisation) ? PartyRole.JOINT_CONTROLLER : PartyRole.CONTROLLER;
    }
}
