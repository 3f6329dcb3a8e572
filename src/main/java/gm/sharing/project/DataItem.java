package gm.sharing.project;

import gm.sharing.NeededBy;
import gm.sharing.code.CodeOf;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/**
 * A kind of information that is shared, for example "Date of birth". What keys stand for keeps its category: a
 * pseudonymised diagnosis is health data.
 *
 * @param kind what it tells of people: a code of {@link DataKinds}
 * @param identifiability whether people can be known by it
 */
@NeededBy("the screening")
public record DataItem(
        @NotBlank @Size(max = 500) String name,
        @CodeOf(DataKinds.TABLE) @NotBlank @Size(max = 80) String kind,
        @NotNull Identifiability identifiability) {

    /** Of people who can be identified. */
    public DataItem(String name, String kind) {
        this(name, kind, Identifiability.IDENTIFIABLE);
    }

    /** Whether it is about people who can be identified, pseudonyms included. */
    public boolean personal() {
        return identifiability != Identifiability.ANONYMOUS;
    }

    public boolean pseudonymised() {
        return identifiability == Identifiability.PSEUDONYMISED;
    }

    public boolean genetic() {
        return personal() && kind.equals(DataKinds.GENETIC);
    }

    public boolean biometric() {
        return personal() && kind.equals(DataKinds.BIOMETRIC);
    }

    /** Whether it tells where people are or were. */
    public boolean location() {
        return personal() && kind.equals(DataKinds.LOCATION);
    }

    /** Whether the other one has the same name, however it is written. */
    boolean sameAs(DataItem other) {
        return plain(name).equals(plain(other.name));
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.UK);
    }
}
