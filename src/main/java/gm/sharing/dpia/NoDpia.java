package gm.sharing.dpia;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What the data protection officer says where the screening leaves it open: the answers of the form confirm-no-dpia. */
@Embeddable
@NeededBy("the decision that no DPIA is made")
public record NoDpia(
        @NotNull Boolean dpiaNeeded,
        @NotBlank @Size(max = Texts.LONG) @Column(name = "need_reason", columnDefinition = "text") String reason) {}
