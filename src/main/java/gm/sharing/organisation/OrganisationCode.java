package gm.sharing.organisation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import gm.sharing.Refused;
import java.util.regex.Pattern;

/**
 * Short name of an organisation: lower case letters and digits, because it is part of group names in the engine
 * ({@code ig-manchester}).
 */
public record OrganisationCode(@JsonValue String value) implements Comparable<OrganisationCode> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]{2,40}");

    /** Whether it could be the code of an organisation. */
    public static boolean isOne(String value) {
        return FORM.matcher(value).matches();
    }

    @JsonCreator
    public OrganisationCode {
        if (!isOne(value)) {
            throw new Refused("An organisation code has 2 to 40 lower case letters and digits.");
        }
    }

    @Override
    public int compareTo(OrganisationCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
