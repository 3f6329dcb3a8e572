package gm.sharing.project;

import gm.sharing.organisation.OrganisationCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Who shares what with whom on which basis: the answers of the form describe-flows.
 *
 * @param noPart partners that turn out to take no part and are left out
 */
public record FlowList(
        @NotEmpty @Size(max = 200, message = "has too many rows: at most {max}") List<@Valid Flow> flows,
        List<OrganisationCode> noPart) {}
