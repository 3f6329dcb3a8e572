package gm.sharing.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import gm.sharing.Refused;
import java.io.Serializable;
import java.util.regex.Pattern;

/** The name of a sharing project everywhere, and the business key of its process: {@code SJ-2026-0001}. */
public record ProjectReference(@JsonValue String value) implements Serializable {

    private static final Pattern FORM = Pattern.compile("SJ-\\d{4}-\\d{4,6}");

    @JsonCreator
    public ProjectReference {
        if (!isOne(value)) {
            throw new Refused("A project reference looks like SJ-2026-0001.");
        }
    }

    /** Whether a text has the form of a reference. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
