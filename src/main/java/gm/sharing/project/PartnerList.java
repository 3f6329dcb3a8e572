package gm.sharing.project;

import gm.sharing.organisation.OrganisationCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part: the answers of the form name-partners.
 *
 * @param processors act on a controller's instructions only; one that is not named as provider or recipient receives
 * @param jointControllers whether the controllers decide together why and how the information is used
 */
public record PartnerList(
        @NotEmpty List<OrganisationCode> providers,
        @NotEmpty List<OrganisationCode> recipients,
        List<OrganisationCode> processors,
        @NotNull Boolean jointControllers,
        @Size(max = Texts.LONG) @Nullable String otherOrganisations,
        @NotBlank @Size(max = Texts.LONG) String joiningAndLeaving) {

    /** Everybody named, each once, in the order of naming. */
    Set<OrganisationCode> organisations() {
        Set<OrganisationCode> all = new LinkedHashSet<>(providers);
        all.addAll(recipients);
        all.addAll(processors);
        return all;
    }

    List<Partner> partners() {
        PartyRole controllers = jointControllers ? PartyRole.JOINT_CONTROLLER : PartyRole.CONTROLLER;
        return organisations().stream()
                .map(organisation -> {
                    boolean provides = providers.contains(organisation);
                    boolean receives = recipients.contains(organisation) || !provides;
                    return new Partner(
                            organisation,
                            Part.of(provides, receives),
                            processors.contains(organisation) ? PartyRole.PROCESSOR : controllers);
                })
                .toList();
    }
}
