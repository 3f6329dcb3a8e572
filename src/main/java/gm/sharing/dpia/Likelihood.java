package gm.sharing.dpia;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;

/** How likely harm is; in rising order. */
public enum Likelihood {
    REMOTE("remote", "Remote"),
    POSSIBLE("possible", "Possible"),
    PROBABLE("probable", "Probable");

    private final String code;
    private final String label;

    Likelihood(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The likelihood with this code. */
    public static Likelihood of(String code) {
        return Stream.of(values())
                .filter(likelihood -> likelihood.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no likelihood \"" + code + "\""));
    }

    /** The name in forms, process variables and decision tables. */
    @JsonValue
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
