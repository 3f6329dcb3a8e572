package gm.sharing.directory;

import gm.sharing.NeededBy;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator answers to a lead who asked for an organisation. The answers of the form
 * answer-missing-organisation.
 *
 * @param organisation its code in the directory, when it is there
 * @param reason why it was not added
 */
@NeededBy("the answer to the lead who asked for an organisation")
public record MissingOrganisationAnswer(
        @NotNull MissingOutcome missingOutcome,
        @Nullable @Size(max = 40) String organisation,
        @Nullable @Size(max = 2000) String reason) {}
