package gm.sharing.dpia;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;

/** The sections of the assessment: each is written, marked and sent back by itself. */
public enum DpiaSection {
    NEED("need", "The need for a DPIA"),
    NATURE("nature", "Nature of the processing"),
    SCOPE("scope", "Scope of the processing"),
    CONTEXT("context", "Context of the processing"),
    PURPOSES("purposes", "Purposes of the processing"),
    CONSULTATION("consultation", "Consultation"),
    NECESSITY("necessity", "Necessity and proportionality"),
    RISKS("risks", "Risks and measures");

    private final String code;
    private final String label;

    DpiaSection(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The section with this code. */
    public static DpiaSection of(String code) {
        return Stream.of(values())
                .filter(section -> section.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no section \"" + code + "\" in a DPIA"));
    }

    /** The name in forms, process variables and models. */
    @JsonValue
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
