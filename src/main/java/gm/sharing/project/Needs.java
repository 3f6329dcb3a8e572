package gm.sharing.project;

import gm.sharing.organisation.OrganisationCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is shared about whom, and why: the answers of the form describe-needs.
 *
 * @param onBehalfOf the partnership for which the lead organisation proposes the project, or null
 */
public record Needs(
        @Nullable OrganisationCode onBehalfOf,
        @NotBlank @Size(max = Texts.LONG) String purpose,
        @NotBlank @Size(max = Texts.LONG) String necessity,
        @NotBlank @Size(max = Texts.LONG) String benefits,
        @NotBlank @Size(max = Texts.LONG) String dataSubjects,
        @NotBlank @Size(max = 1000) String volume,
        @NotEmpty @Size(max = 200, message = "has too many rows: at most {max}") List<@Valid DataItem> dataItems) {}
