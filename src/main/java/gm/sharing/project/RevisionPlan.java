package gm.sharing.project;

import gm.sharing.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What the lead does about requested changes.
 *
 * @param response to the partners, the Board or the signatory who asked for changes
 */
public record RevisionPlan(@NotNull RevisionScope revise, @NotBlank @Size(max = Texts.LONG) String response) {}
