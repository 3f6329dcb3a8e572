package gm.sharing.steps.agreement;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import gm.sharing.code.CodeOf;
import gm.sharing.dpia.DpiaSection;
import gm.sharing.project.RevisionScope;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What the lead does about requested changes: the answers of the form revise-project.
 *
 * @param sections of the DPIA to revise; empty when it is not revised by itself
 * @param response to the partners, the Board or the signatory who asked for changes
 */
@NeededBy("the rule on which step a revision begins with")
record RevisionChoice(
        @NotNull RevisionScope revise,
        @CodeOf(DpiaSection.TABLE) List<@NotNull DpiaSection> sections,
        @NotBlank @Size(max = Texts.LONG) String response) {}
