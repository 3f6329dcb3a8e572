package gm.sharing.dpia;

import gm.sharing.NeededBy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Steps 5 and 6 of the assessment: risks and measures. The answers of the form dpia-risks. */
@NeededBy("the risk register")
public record RiskList(@NotEmpty @Size(max = 200) List<@NotNull @Valid Risk> risks) {}
