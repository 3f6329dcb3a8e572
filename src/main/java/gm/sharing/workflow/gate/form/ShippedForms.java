package gm.sharing.workflow.gate.form;

import gm.sharing.workflow.gate.ModelFile;
import java.util.Optional;

/** The forms that the application came with. What the program shows in a form is what its first version reads. */
public interface ShippedForms {

    /** The form as it came; empty when none has this id. */
    Optional<ModelFile> find(String id);
}
