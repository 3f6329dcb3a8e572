package gm.sharing.project;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/**
 * A kind of information that is shared, for example "Date of birth". What keys stand for keeps its category: a
 * pseudonymised diagnosis is health data.
 *
 * @param kind what it tells of people: a code of the form's list, of which the program reads the beginning
 * @param identifiability whether people can be known by it
 */
public record DataItem(
        @NotBlank @Size(max = 500) String name,
        @NotBlank @Size(max = 80) String kind,
        @NotNull Identifiability identifiability) {

    private static final String OLD_PSEUDONYMISED = "Pseudonymised personal data";
    private static final String OLD_ANONYMOUS = "Not personal data (anonymous or aggregated)";

    /** Of people who can be identified. */
    public DataItem(String name, String kind) {
        this(name, kind, Identifiability.IDENTIFIABLE);
    }

    /** As it was kept when one answer said both. */
    static DataItem ofOldWords(String name, String words) {
        return switch (words) {
            case OLD_PSEUDONYMISED -> new DataItem(name, DataKind.PERSONAL.code(), Identifiability.PSEUDONYMISED);
            case OLD_ANONYMOUS -> new DataItem(name, DataKind.PERSONAL.code(), Identifiability.ANONYMOUS);
            default -> new DataItem(name, DataKind.code(words));
        };
    }

    /** What documents say of it. */
    public String words() {
        return switch (identifiability) {
            case IDENTIFIABLE -> DataKind.words(kind);
            case PSEUDONYMISED ->
                kind.equals(DataKind.PERSONAL.code()) ? OLD_PSEUDONYMISED : DataKind.words(kind) + " (pseudonymised)";
            case ANONYMOUS -> OLD_ANONYMOUS;
        };
    }

    /** What it tells of people, within a sentence: "health", or "health (pseudonymised)". */
    public String subject() {
        String words = words();
        int colon = words.indexOf(": ");
        return colon < 0 ? words : words.substring(colon + 2);
    }

    /** Whether it is about people who can be identified, pseudonyms included. */
    public boolean personal() {
        return identifiability != Identifiability.ANONYMOUS;
    }

    public boolean pseudonymised() {
        return identifiability == Identifiability.PSEUDONYMISED;
    }

    /** Whether the item needs a condition of Article 9 of UK GDPR. */
    public boolean specialCategory() {
        return personal() && begins("special-category", "Special category");
    }

    /** Whether the item falls under Article 10 of UK GDPR. */
    public boolean criminalOffence() {
        return personal() && begins("criminal-offence", "Criminal offence");
    }

    public boolean genetic() {
        return personal() && kind.equals(DataKind.GENETIC.code());
    }

    public boolean biometric() {
        return personal() && kind.equals(DataKind.BIOMETRIC.code());
    }

    /** Whether it tells where people are or were. */
    public boolean location() {
        return personal() && kind.equals(DataKind.LOCATION.code());
    }

    /** Whether it is no special category and yet very private, as the guidelines WP248 say: the form names why. */
    public boolean highlyPersonal() {
        return personal() && begins("personal-", "Personal data:");
    }

    /** Codes, and the words that stood in their place before. */
    private boolean begins(String code, String words) {
        return kind.startsWith(code) || kind.startsWith(words);
    }

    /** Whether the other one has the same name, however it is written. */
    boolean sameAs(DataItem other) {
        return plain(name).equals(plain(other.name));
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.UK);
    }
}
